package cn.gridbell.visit;

import cn.gridbell.platform.calendar.WorkCalendar;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What a resident reads about how a visit stands: who answers, what happens next, by when. */
final class VisitWords {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.CHINA);

    private VisitWords() {}

    static String next(Visit visit) {
        return switch (visit.status()) {
            case REQUESTED -> "网格员会在" + when(visit.answerBy()) + "前答复；逾期未答复时间会自动释放，并通知您。";
            case PROPOSED -> "网格员提出了其他时间，请在" + when(visit.answerBy()) + "前选择一个。";
            case PLANNED, CONFIRMED -> comes(visit);
            case CHECKED_IN -> "网格员已到门口，请核对照片、工号和验证码后再开门。";
            case COMPLETED -> visit.rating() == null ? "上门已完成，请评价这次上门是否帮到了您。" : "上门已完成，感谢您的评价。";
            case NOT_HOME, REFUSED_AT_DOOR -> "这次没有见到您，可以重新预约一个方便的时间。";
            case DECLINED, CANCELLED, EXPIRED -> "这次预约已经结束，可以另选时间重新预约，或提交诉求由社区联系您。";
        };
    }

    private static String comes(Visit visit) {
        Instant expected = visit.expectedAt();
        return expected == null
                ? "网格员将于" + when(visit.start()) + "上门；当天可在这里看到网格员的照片、工号和门口验证码。"
                : "网格员已出发，预计" + when(expected) + "到您家门口，请核对照片、工号和验证码后再开门。";
    }

    private static String when(Instant instant) {
        return WHEN.format(LocalDateTime.ofInstant(instant, WorkCalendar.ZONE));
    }
}
