package cn.gridbell.request;

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
    private final ApplicationEventPublisher facts;

    RequestTurns(
            RequestMapper requests, RequestTimeline timeline, StaffMembers staff, ApplicationEventPublisher facts) {
        this.requests = requests;
        this.timeline = timeline;
        this.staff = staff;
        this.facts = facts;
    }

    /** @return the version of the row from now on @throws RequestAlreadyMoved 409 if somebody else was faster */
    int store(Request request) {
        if (requests.move(request) == 0) {
            Request standing = requests.find(request.requestId().value());
            throw new RequestAlreadyMoved(standing == null ? request.stage() : standing.stage());
        }
        return request.version() + 1;
    }

    /** Publishes a fact, to be heard in this transaction. */
    void tell(Object fact) {
        facts.publishEvent(fact);
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
