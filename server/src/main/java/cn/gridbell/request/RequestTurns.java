package cn.gridbell.request;

import cn.gridbell.request.ask.AskOutcome;
import cn.gridbell.request.ask.Asks;
import cn.gridbell.staff.StaffId;
import cn.gridbell.staff.StaffMembers;
import cn.gridbell.staff.StaffView;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What each turn of a request has in common: compare and swap, the new holder's entry, the facts, and who was faster if somebody was. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RequestTurns {

    private final RequestMapper requests;
    private final RequestTimeline timeline;
    private final StaffMembers staff;
    private final Asks asks;
    private final ApplicationEventPublisher facts;

    RequestTurns(
            RequestMapper requests,
            RequestTimeline timeline,
            StaffMembers staff,
            Asks asks,
            ApplicationEventPublisher facts) {
        this.requests = requests;
        this.timeline = timeline;
        this.staff = staff;
        this.asks = asks;
        this.facts = facts;
    }

    /** What was asked and is not settled yet is overtaken. @return the version of the row from now on @throws RequestAlreadyMoved 409 if somebody else was faster */
    int store(Request request) {
        if (requests.move(request) == 0) {
            Request standing = requests.find(request.requestId().value());
            throw new RequestAlreadyMoved(standing == null ? request.stage() : standing.stage());
        }
        if (request.leftWhatItWaitedFor()) {
            asks.settle(request.requestId().value(), AskOutcome.OVERTAKEN, null, request.movedAt());
        }
        return request.version() + 1;
    }

    /** Stores a change and says it on the timeline. @return the version of the row from now on */
    int store(Request request, EntryKind kind, Actor actor, String words) {
        int turn = store(request);
        timeline.write(request.requestId(), kind, actor, words, request.movedAt());
        return turn;
    }

    /** Publishes a fact, to be heard in this transaction. */
    void tell(Object fact) {
        facts.publishEvent(fact);
    }

    /** It went to somebody else on the same level or below: the new holder and the reporter are told. */
    void handedOn(Request request, Route route, int turn) {
        RequestId id = request.requestId();
        announceHolder(request, route, turn, request.movedAt());
        tell(new RequestHandedOn(id, request.reporter(), turn, request.movedAt()));
    }

    /** Somebody corrected who answers, and said so on the timeline: the new holder and the reporter are told. */
    void reassigned(Request request, Route route, int turn) {
        RequestId id = request.requestId();
        if (route.holder() != null) {
            tell(new RequestAssigned(id, route.holder().id(), turn, request.movedAt()));
        }
        tell(new RequestHandedOn(id, request.reporter(), turn, request.movedAt()));
    }

    /** It went up one level, and why: the new holder and the reporter are told. */
    void escalated(Request request, Route route, String why, int turn) {
        RequestId id = request.requestId();
        timeline.write(id, EntryKind.ESCALATED, Actor.SYSTEM, why, request.movedAt());
        tell(new RequestEscalated(id, request.reporter(), turn, request.movedAt()));
        announceHolder(request, route, turn, request.movedAt());
    }

    /** Says on the timeline who answers from now and by when, and tells them. */
    void announceHolder(Request request, Route route, int turn, Instant now) {
        RequestId id = request.requestId();
        timeline.write(id, EntryKind.ASSIGNED, Actor.SYSTEM, TimelineWords.assigned(route), now);
        if (route.holder() != null) {
            tell(new RequestAssigned(id, route.holder().id(), turn, now));
        }
    }

    /** The same refusal, and who did what was done last. */
    RequestAlreadyMoved withWho(RequestAlreadyMoved refusal, RequestId id) {
        List<RequestEntry> entries = timeline.of(id);
        if (entries.isEmpty()) {
            return refusal;
        }
        RequestEntry last = entries.get(entries.size() - 1);
        return switch (last.actor()) {
            case RESIDENT -> refusal.by("居民", null);
            case SYSTEM -> refusal.by("系统", null);
            case STAFF -> {
                Long member = last.actorId();
                yield member == null
                        ? refusal.by("工作人员", null)
                        : refusal.by(
                                staff.find(new StaffId(member))
                                        .map(StaffView::title)
                                        .orElse("工作人员"),
                                member);
            }
        };
    }
}
