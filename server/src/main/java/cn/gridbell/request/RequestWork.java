package cn.gridbell.request;

import cn.gridbell.platform.security.Caller;
import cn.gridbell.request.RequestTimeline.Pictures;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.staff.StaffId;
import cn.gridbell.staff.StaffView;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
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

    private final RequestParties parties;
    private final RequestTurns turns;
    private final RequestTimeline timeline;
    private final RequestRouting routing;
    private final Clock clock;

    RequestWork(
            RequestParties parties, RequestTurns turns, RequestTimeline timeline, RequestRouting routing, Clock clock) {
        this.parties = parties;
        this.turns = turns;
        this.timeline = timeline;
        this.routing = routing;
        this.clock = clock;
    }

    RequestStanding accept(Caller caller, RequestId id) {
        Instant now = clock.instant();
        StaffView by = parties.member(caller);
        Request request = parties.requireVisible(by.id(), id);
        request.accept(parties.asHolder(by.id(), request), parties.is(Party.TAKER, by.id(), request), now);
        int turn = turns.store(request);
        timeline.write(id, EntryKind.ACCEPTED, Actor.of(by.id()), TimelineWords.accepted(by), now);
        turns.tell(new RequestAccepted(id, request.reporter(), turn, now));
        return RequestStanding.of(request);
    }

    RequestStanding answer(Caller caller, RequestId id, AnswerRequest command) {
        Instant now = clock.instant();
        StaffId by = new StaffId(caller.requireStaffId());
        Request request = parties.require(by, id, RequestMove.ANSWER);
        Closure closure = command.closure().closure();
        String words = command.words().strip();
        request.answer(by, closure, words, now);
        int turn = turns.store(request);
        timeline.write(
                id,
                EntryKind.ANSWERED,
                Actor.of(by),
                TimelineWords.answered(closure, words),
                now,
                Pictures.of(caller, command.photoIds()));
        turns.tell(new RequestAnswered(id, request.reporter(), turn, now));
        return RequestStanding.of(request);
    }

    RequestStanding whistle(Caller caller, RequestId id, EscalateRequest command) {
        Instant now = clock.instant();
        StaffView by = parties.member(caller);
        Request request = parties.require(by.id(), id, RequestMove.ESCALATE);
        String words = TimelineWords.whistled(
                by, request.nextColour(), command.reason().strip());
        escalate(request, RequestMove.ESCALATE, Actor.of(by.id()), words, now);
        return RequestStanding.of(request);
    }

    /** Moves a request up whose deadline has passed; nothing happens if it moved meanwhile. */
    @Transactional
    void escalateOverdue(RequestId id) {
        Instant now = clock.instant();
        Request request = parties.find(id);
        if (request != null && request.isOverdueForTimer(now)) {
            String words = TimelineWords.overdue(request.colour(), request.nextColour());
            escalate(request, RequestMove.OVERDUE, Actor.SYSTEM, words, now);
        }
    }

    RequestStanding rate(Caller caller, RequestId id, RateRequest command) {
        Instant now = clock.instant();
        Request request = parties.requireOwn(caller, id);
        String comment = command.comment() == null ? null : command.comment().strip();
        String words = TimelineWords.rated(command.solved(), command.stars(), comment);
        boolean ownWords = comment != null && !comment.isEmpty();
        if (command.solved() == Solved.NO) {
            reopen(request, command.stars(), words, ownWords, now);
        } else {
            request.rate(command.solved(), command.stars(), now);
            int turn = turns.store(request);
            said(request, EntryKind.RATED, words, ownWords, now);
            turns.tell(new RequestEvaluated(id, request.reporter(), command.stars(), turn, now));
        }
        return RequestStanding.of(request);
    }

    RequestStanding withdraw(Caller caller, RequestId id, WithdrawRequest command) {
        Instant now = clock.instant();
        Request request = parties.requireOwn(caller, id);
        request.make(RequestMove.WITHDRAW, now);
        int turn = turns.store(request);
        String reason = command.reason() == null ? "" : command.reason().strip();
        said(request, EntryKind.WITHDRAWN, TimelineWords.withdrawn(reason), !reason.isEmpty(), now);
        turns.tell(new RequestWithdrawn(id, request.holder(), turn, now));
        return RequestStanding.of(request);
    }

    RequestStanding comment(Caller caller, RequestId id, CommentOnRequest command) {
        Request request = parties.requireOwn(caller, id);
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

    private void escalate(Request request, RequestMove why, Actor actor, String words, Instant now) {
        request.require(why);
        Route route = routing.up(request, now);
        request.escalate(why, route.assignee(), route.dueAt(), now);
        int turn = turns.store(request);
        timeline.write(request.requestId(), EntryKind.ESCALATED, actor, words, now);
        turns.tell(new RequestEscalated(request.requestId(), request.reporter(), turn, now));
        turns.announceHolder(request, route, turn, now);
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
        request.require(RequestMove.NOT_SOLVED);
        Route route = routing.reopened(request, now);
        request.reopen(stars, route.assignee(), route.dueAt(), now);
        int turn = turns.store(request);
        RequestId id = request.requestId();
        said(request, EntryKind.RATED, words, ownWords, now);
        timeline.write(id, EntryKind.REOPENED, Actor.SYSTEM, TimelineWords.reopened(route.level()), now);
        turns.tell(new RequestReopened(id, request.reporter(), turn, now));
        turns.announceHolder(request, route, turn, now);
    }

    private static ResidentId reporterOf(Request request) {
        return Objects.requireNonNull(request.reporter());
    }
}
