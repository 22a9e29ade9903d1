package cn.gridbell.request;

import cn.gridbell.platform.security.Caller;
import cn.gridbell.request.RequestTimeline.Pictures;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.staff.StaffId;
import cn.gridbell.staff.StaffMembers;
import cn.gridbell.staff.StaffView;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens to a request once it exists. Each method reads the row, lets it decide, stores it by compare-and-swap, writes the timeline and
 * tells the facts, all in one transaction.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RequestWork {

    private final RequestMapper requests;
    private final RequestTimeline timeline;
    private final RequestRouting routing;
    private final StaffMembers staff;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    RequestWork(
            RequestMapper requests,
            RequestTimeline timeline,
            RequestRouting routing,
            StaffMembers staff,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.requests = requests;
        this.timeline = timeline;
        this.routing = routing;
        this.staff = staff;
        this.facts = facts;
        this.clock = clock;
    }

    RequestStanding accept(Caller caller, RequestId id) {
        Instant now = clock.instant();
        StaffView by = staff.require(new StaffId(caller.requireStaffId()));
        Request request = requireVisible(by.id(), id);
        request.accept(by.id(), routing.mayTake(request, by.id()), now);
        int turn = store(request);
        timeline.write(id, EntryKind.ACCEPTED, Actor.of(by.id()), TimelineWords.accepted(by), now);
        facts.publishEvent(new RequestAccepted(id, request.reporter(), turn, now));
        return RequestStanding.of(request);
    }

    RequestStanding answer(Caller caller, RequestId id, AnswerRequest command) {
        Instant now = clock.instant();
        StaffId by = new StaffId(caller.requireStaffId());
        Request request = requireVisible(by, id);
        Closure closure = command.closure().closure();
        String words = command.words().strip();
        request.answer(by, closure, words, now);
        int turn = store(request);
        timeline.write(
                id,
                EntryKind.ANSWERED,
                Actor.of(by),
                TimelineWords.answered(closure, words),
                now,
                Pictures.of(caller, command.photoIds()));
        facts.publishEvent(new RequestAnswered(id, request.reporter(), turn, now));
        return RequestStanding.of(request);
    }

    RequestStanding whistle(Caller caller, RequestId id, EscalateRequest command) {
        Instant now = clock.instant();
        StaffView by = staff.require(new StaffId(caller.requireStaffId()));
        Request request = requireVisible(by.id(), id);
        Colour next = request.nextColour();
        request.requireHolder(by.id());
        String words = TimelineWords.whistled(by, next, command.reason().strip());
        escalate(request, Actor.of(by.id()), words, now);
        return RequestStanding.of(request);
    }

    /** Moves a request up whose deadline has passed; nothing happens if it moved meanwhile. */
    @Transactional
    void escalateOverdue(RequestId id) {
        Instant now = clock.instant();
        Request request = requests.find(id.value());
        if (request != null && request.isOverdueForTimer(now)) {
            String words = TimelineWords.overdue(request.colour(), request.nextColour());
            escalate(request, Actor.SYSTEM, words, now);
        }
    }

    RequestStanding rate(Caller caller, RequestId id, RateRequest command) {
        Instant now = clock.instant();
        Request request = requireOwn(caller, id);
        String comment = command.comment() == null ? null : command.comment().strip();
        String words = TimelineWords.rated(command.solved(), command.stars(), comment);
        boolean ownWords = comment != null && !comment.isEmpty();
        if (command.solved() == Solved.NO) {
            reopen(request, command.stars(), words, ownWords, now);
        } else {
            request.rate(command.solved(), command.stars(), now);
            int turn = store(request);
            said(request, EntryKind.RATED, words, ownWords, now);
            facts.publishEvent(new RequestEvaluated(id, request.reporter(), command.stars(), turn, now));
        }
        return RequestStanding.of(request);
    }

    RequestStanding withdraw(Caller caller, RequestId id, WithdrawRequest command) {
        Instant now = clock.instant();
        Request request = requireOwn(caller, id);
        request.withdraw(now);
        store(request);
        String reason = command.reason() == null ? "" : command.reason().strip();
        said(request, EntryKind.WITHDRAWN, TimelineWords.withdrawn(reason), !reason.isEmpty(), now);
        return RequestStanding.of(request);
    }

    RequestStanding comment(Caller caller, RequestId id, CommentOnRequest command) {
        Request request = requireOwn(caller, id);
        timeline.requireRoomForComment(id);
        timeline.writeOwnWords(
                id,
                EntryKind.COMMENTED,
                reporterOf(request),
                command.text().strip(),
                clock.instant(),
                Pictures.of(caller, command.photoIds()));
        return RequestStanding.of(request);
    }

    private void escalate(Request request, Actor actor, String words, Instant now) {
        Route route = routing.up(request, now);
        request.escalate(route.holderId(), route.dueAt(), now);
        int turn = store(request);
        timeline.write(request.requestId(), EntryKind.ESCALATED, actor, words, now);
        facts.publishEvent(new RequestEscalated(request.requestId(), request.reporter(), turn, now));
        announceHolder(request, route, turn, now);
    }

    /** The reporter says something; only words of their own have to be checked. */
    private void said(Request request, EntryKind kind, String words, boolean ownWords, Instant now) {
        RequestId id = request.requestId();
        if (ownWords) {
            timeline.writeOwnWords(id, kind, reporterOf(request), words, now);
        } else {
            timeline.write(id, kind, Actor.of(reporterOf(request)), words, now);
        }
    }

    private void reopen(Request request, int stars, String words, boolean ownWords, Instant now) {
        Route route = routing.reopened(request, now);
        request.reopen(stars, route.holderId(), route.dueAt(), now);
        int turn = store(request);
        RequestId id = request.requestId();
        said(request, EntryKind.RATED, words, ownWords, now);
        timeline.write(id, EntryKind.REOPENED, Actor.SYSTEM, TimelineWords.reopened(route.level()), now);
        facts.publishEvent(new RequestReopened(id, request.reporter(), turn, now));
        announceHolder(request, route, turn, now);
    }

    private void announceHolder(Request request, Route route, int turn, Instant now) {
        RequestId id = request.requestId();
        timeline.write(id, EntryKind.ASSIGNED, Actor.SYSTEM, TimelineWords.assigned(route), now);
        if (route.holder() != null) {
            facts.publishEvent(new RequestAssigned(id, route.holder().id(), turn, now));
        }
    }

    /** @return the version of the row from now on @throws RequestAlreadyMoved 409 if somebody else was faster */
    private int store(Request request) {
        if (requests.move(request) == 0) {
            Request standing = requests.find(request.requestId().value());
            throw new RequestAlreadyMoved(standing == null ? request.status() : standing.status());
        }
        return request.version() + 1;
    }

    private Request requireOwn(Caller caller, RequestId id) {
        Request request = requests.find(id.value());
        if (request == null || !request.isReportedBy(new ResidentId(caller.residentId()))) {
            throw new RequestNotFound();
        }
        return request;
    }

    /** Staff see what they hold and what lies in the territories they serve. */
    private Request requireVisible(StaffId by, RequestId id) {
        Request request = requests.find(id.value());
        if (request == null || (!by.equals(request.holder()) && !staff.serves(by, request.grid()))) {
            throw new RequestNotFound();
        }
        return request;
    }

    private static ResidentId reporterOf(Request request) {
        return Objects.requireNonNull(request.reporter());
    }
}
