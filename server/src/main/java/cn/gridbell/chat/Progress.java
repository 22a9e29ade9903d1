package cn.gridbell.chat;

import cn.gridbell.request.RequestNews;
import cn.gridbell.request.Requests;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.visit.VisitNews;
import cn.gridbell.visit.Visits;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** 最新进展: a resident's open requests and coming visits, with who and by when. */
@Component
class Progress {

    private static final int MOST = 5;

    private final Requests requests;
    private final Visits visits;
    private final Clock clock;

    Progress(Requests requests, Visits visits, Clock clock) {
        this.requests = requests;
        this.visits = visits;
        this.clock = clock;
    }

    /** Empty if nothing is open. */
    Optional<String> of(ResidentId resident) {
        List<String> lines = Stream.concat(
                        requests.openOf(resident, MOST).stream().map(this::line),
                        visits.comingTo(resident, MOST).stream().map(Progress::line))
                .toList();
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines.stream().collect(Collectors.joining("\n")));
    }

    private String line(RequestNews request) {
        String by = request.dueAt().isBefore(clock.instant())
                ? "已超过承诺的" + ChatTime.minute(request.dueAt()) + "，正在催办。"
                : "最晚" + ChatTime.minute(request.dueAt()) + "答复。";
        return "诉求" + request.number() + "（" + request.categoryName() + "）"
                + request.status().words() + "，由" + request.holderTitle() + "负责，" + by;
    }

    private static String line(VisitNews visit) {
        String when = ChatTime.span(visit.start(), visit.end());
        String next =
                switch (visit.status()) {
                    case REQUESTED ->
                        "您约了" + when + "，" + visit.memberTitle() + "会在" + ChatTime.minute(visit.answerBy()) + "前答复。";
                    case PROPOSED ->
                        visit.memberTitle() + "提出了其他时间，请在" + ChatTime.minute(visit.answerBy()) + "前到小程序里选一个。";
                    case PLANNED, CONFIRMED -> visit.memberTitle() + "将于" + when + "上门。";
                    case CHECKED_IN -> visit.memberTitle() + "已到门口，请核对照片、工号和验证码后再开门。";
                    case DECLINED, COMPLETED, NOT_HOME, REFUSED_AT_DOOR, CANCELLED, EXPIRED -> "";
                };
        return "敲门" + visit.number() + "（" + visit.purpose() + "）"
                + visit.status().words() + "：" + next;
    }
}
