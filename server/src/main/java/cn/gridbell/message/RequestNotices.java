package cn.gridbell.message;

import cn.gridbell.message.wording.Scene;
import cn.gridbell.request.CoordinationOpened;
import cn.gridbell.request.CoordinationTaskGiven;
import cn.gridbell.request.RequestAccepted;
import cn.gridbell.request.RequestAnswered;
import cn.gridbell.request.RequestAssigned;
import cn.gridbell.request.RequestChased;
import cn.gridbell.request.RequestEscalated;
import cn.gridbell.request.RequestExtended;
import cn.gridbell.request.RequestFollowedUp;
import cn.gridbell.request.RequestHandedOn;
import cn.gridbell.request.RequestId;
import cn.gridbell.request.RequestMerged;
import cn.gridbell.request.RequestQuestioned;
import cn.gridbell.request.RequestRejected;
import cn.gridbell.request.RequestReopened;
import cn.gridbell.request.RequestReported;
import cn.gridbell.request.RequestScreeningAsked;
import cn.gridbell.request.RequestSubmitted;
import cn.gridbell.request.RequestWithdrawn;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.staff.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who is told what about a request. One row each, in the transaction of the fact, and nothing else. */
@Component
class RequestNotices {

    /** Who has not rated by then is invited once more. */
    private static final Duration TIME_TO_RATE = Duration.ofDays(3);

    private final Slips slips;
    private final News news;

    RequestNotices(Slips slips, News news) {
        this.slips = slips;
        this.news = news;
    }

    @EventListener
    void on(RequestSubmitted fact) {
        tell(Scene.REQUEST_RECEIVED, fact.request(), fact.turn(), fact.reporter(), fact.at());
    }

    @EventListener
    void on(RequestAssigned fact) {
        give(Scene.REQUEST_ASSIGNED, fact.request(), fact.turn(), fact.holder(), fact.at());
    }

    @EventListener
    void on(RequestAccepted fact) {
        tellAll(Scene.REQUEST_ACCEPTED, fact.request(), fact.turn(), fact.reporter(), fact.at());
    }

    @EventListener
    void on(RequestEscalated fact) {
        tellAll(Scene.REQUEST_ESCALATED, fact.request(), fact.turn(), fact.reporter(), fact.at());
    }

    @EventListener
    void on(RequestAnswered fact) {
        tellAll(Scene.REQUEST_ANSWERED, fact.request(), fact.turn(), fact.reporter(), fact.at());
        for (ResidentId concerned : concernedBy(fact.request(), fact.reporter())) {
            slips.write(Slip.about(
                            Scene.RATING_INVITED,
                            SubjectKind.REQUEST,
                            fact.request().value(),
                            fact.turn(),
                            Recipient.of(concerned),
                            fact.at())
                    .plannedFor(fact.at().plus(TIME_TO_RATE)));
        }
    }

    @EventListener
    void on(RequestReopened fact) {
        tellAll(Scene.REQUEST_REOPENED, fact.request(), fact.turn(), fact.reporter(), fact.at());
    }

    @EventListener
    void on(RequestMerged fact) {
        fact.concerned().forEach(person -> tell(Scene.REQUEST_MERGED, fact.into(), fact.turn(), person, fact.at()));
    }

    /** The holder and the lead, once each for each chase. */
    @EventListener
    void on(RequestChased fact) {
        Stream.of(fact.holder(), fact.lead())
                .filter(Objects::nonNull)
                .distinct()
                .forEach(member -> give(Scene.REQUEST_CHASED, fact.request(), fact.times(), member, fact.at()));
    }

    @EventListener
    void on(CoordinationOpened fact) {
        fact.members()
                .forEach(member -> give(Scene.COORDINATION_CALLED, fact.request(), fact.turn(), member, fact.at()));
        tell(Scene.COORDINATION_JOINED, fact.request(), fact.turn(), fact.resident(), fact.at());
    }

    /** Each task is told once. */
    @EventListener
    void on(CoordinationTaskGiven fact) {
        int task = Math.toIntExact(fact.task());
        fact.members().forEach(member -> give(Scene.COORDINATION_TASK, fact.request(), task, member, fact.at()));
    }

    @EventListener
    void on(RequestScreeningAsked fact) {
        give(Scene.REQUEST_TO_SCREEN, fact.request(), fact.turn(), fact.screener(), fact.at());
    }

    private void give(Scene scene, RequestId request, int turn, StaffId member, Instant at) {
        slips.write(Slip.about(scene, SubjectKind.REQUEST, request.value(), turn, Recipient.of(member), at));
    }

    @EventListener
    void on(RequestFollowedUp fact) {
        tell(Scene.REQUEST_FOLLOW_UP, fact.request(), fact.turn(), fact.reporter(), fact.at());
    }

    /** The reporter and everybody who follows it. */
    private void tellAll(Scene scene, RequestId request, int turn, @Nullable ResidentId reporter, Instant at) {
        concernedBy(request, reporter).forEach(person -> tell(scene, request, turn, person, at));
    }

    private List<ResidentId> concernedBy(RequestId request, @Nullable ResidentId reporter) {
        List<ResidentId> concerned = new ArrayList<>(news.followersOf(request));
        if (reporter != null) {
            concerned.add(0, reporter);
        }
        return concerned;
    }

    @EventListener
    void on(RequestHandedOn fact) {
        tell(Scene.REQUEST_HANDED_ON, fact.request(), fact.turn(), fact.reporter(), fact.at());
    }

    @EventListener
    void on(RequestQuestioned fact) {
        tell(Scene.REQUEST_QUESTIONED, fact.request(), fact.turn(), fact.reporter(), fact.at());
    }

    @EventListener
    void on(RequestExtended fact) {
        tell(Scene.REQUEST_EXTENDED, fact.request(), fact.turn(), fact.reporter(), fact.at());
    }

    @EventListener
    void on(RequestRejected fact) {
        tell(Scene.REQUEST_REJECTED, fact.request(), fact.turn(), fact.reporter(), fact.at());
    }

    @EventListener
    void on(RequestReported fact) {
        tell(Scene.REQUEST_REPORTED, fact.request(), fact.turn(), fact.reporter(), fact.at());
    }

    /** Whoever held it need not go there any more. */
    @EventListener
    void on(RequestWithdrawn fact) {
        StaffId holder = fact.holder();
        if (holder != null) {
            give(Scene.REQUEST_WITHDRAWN, fact.request(), fact.turn(), holder, fact.at());
        }
    }

    /** A request nobody is known to have reported (a sensor, an anonymous call) has nobody to be told. */
    private void tell(Scene scene, RequestId request, int turn, @Nullable ResidentId reporter, Instant at) {
        if (reporter != null) {
            slips.write(Slip.about(scene, SubjectKind.REQUEST, request.value(), turn, Recipient.of(reporter), at));
        }
    }
}
