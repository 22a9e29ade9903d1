package cn.gridbell.request;

import cn.gridbell.platform.security.Caller;
import cn.gridbell.request.ask.Ask;
import cn.gridbell.request.ask.AskKind;
import cn.gridbell.request.ask.AskOutcome;
import cn.gridbell.request.ask.Asks;
import cn.gridbell.request.routing.Responsibilities;
import cn.gridbell.request.routing.Responsibility;
import cn.gridbell.staff.StaffView;
import cn.gridbell.staff.UnitId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Requests that are given back: with an item of the responsibility list, decided by the level above; the second time by the street's joint
 * meeting (联席会), for good. Two units' returns move it up one level. The clock runs on.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RequestReturns {

    private final RequestParties parties;
    private final RequestTurns turns;
    private final RequestRouting routing;
    private final Asks asks;
    private final Responsibilities responsibilities;
    private final Clock clock;

    RequestReturns(
            RequestParties parties,
            RequestTurns turns,
            RequestRouting routing,
            Asks asks,
            Responsibilities responsibilities,
            Clock clock) {
        this.parties = parties;
        this.turns = turns;
        this.routing = routing;
        this.asks = asks;
        this.responsibilities = responsibilities;
        this.clock = clock;
    }

    /** @throws RequestReturnsSpent 409 once the joint meeting decided @throws RequestAtTop 409 at RED */
    RequestStanding ask(Caller caller, RequestId id, ReturnRequest command) {
        Instant now = clock.instant();
        StaffView by = parties.member(caller);
        Request request = parties.require(by.id(), id, RequestMove.ASK_RETURN);
        request.nextColour();
        Responsibility item = responsibilities.require(command.item());
        UnitId unit = parties.asHolder(by.id(), request).unit();
        List<Ask> before = asks.of(id.value(), AskKind.RETURN);
        if (before.size() > 1) {
            throw new RequestReturnsSpent();
        }
        String who = TimelineWords.nameOf(by);
        String reason = command.reason().strip();
        if (before.isEmpty()) {
            request.make(RequestMove.ASK_RETURN, now);
            turns.store(
                    request, EntryKind.RETURN_ASKED, Actor.of(by.id()), TimelineWords.returnAsked(who, item, reason));
        } else {
            boolean twoUnits = unit != null
                    && before.get(0).unitId() != null
                    && before.get(0).isOfOther(by.id().value(), unit.value());
            callMeeting(request, by, twoUnits, TimelineWords.meetingCalled(who, item, reason), now);
        }
        asks.open(new Ask(
                0,
                id.value(),
                AskKind.RETURN,
                by.id().value(),
                unit == null ? null : unit.value(),
                reason,
                item.code(),
                null,
                now,
                null,
                null,
                null));
        return RequestStanding.of(request);
    }

    private void callMeeting(Request request, StaffView by, boolean twoUnits, String words, Instant now) {
        if (!twoUnits) {
            request.make(RequestMove.CALL_MEETING, now);
            turns.store(request, EntryKind.MEETING_CALLED, Actor.of(by.id()), words);
            return;
        }
        Route route = routing.up(request, now);
        request.escalate(RequestMove.CALL_MEETING, route.assignee(), route.dueAt(), now);
        int turn = turns.store(request, EntryKind.MEETING_CALLED, Actor.of(by.id()), words);
        turns.escalated(request, route, TimelineWords.returnedTwice(route.level()), turn);
    }

    RequestStanding decide(Caller caller, RequestId id, DecideReturn command) {
        Instant now = clock.instant();
        StaffView by = parties.member(caller);
        boolean granted = Boolean.TRUE.equals(command.granted());
        RequestMove move = granted ? RequestMove.GRANT_RETURN : RequestMove.DENY_RETURN;
        Request request = parties.require(by.id(), id, move);
        String words = TimelineWords.decided(
                TimelineWords.nameOf(by), granted, "退回", command.reason().strip());
        asks.settle(
                id.value(),
                granted ? AskOutcome.GRANTED : AskOutcome.DENIED,
                by.id().value(),
                now);
        if (granted) {
            Route route = command.memberId() == null && command.unitId() == null
                    ? routing.back(request)
                    : routing.to(request, command.memberId(), command.unitId());
            request.giveTo(move, route.assignee(), now);
            int turn = turns.store(request, EntryKind.RETURN_DECIDED, Actor.of(by.id()), words);
            turns.handedOn(request, route, turn);
        } else {
            request.make(move, now);
            turns.store(request, EntryKind.RETURN_DECIDED, Actor.of(by.id()), words);
        }
        return RequestStanding.of(request);
    }

    /** The joint meeting names who answers, for good. */
    RequestStanding decideAtMeeting(Caller caller, RequestId id, AssignRequest command) {
        Instant now = clock.instant();
        StaffView by = parties.member(caller);
        Request request = parties.require(by.id(), id, RequestMove.DECIDE_AT_MEETING);
        Route route = routing.to(request, command.memberId(), command.unitId());
        asks.settle(id.value(), AskOutcome.GRANTED, by.id().value(), now);
        String words = TimelineWords.handedOn("街道联席会", route, command.reason().strip());
        request.giveTo(RequestMove.DECIDE_AT_MEETING, route.assignee(), now);
        int turn = turns.store(request, EntryKind.MEETING_DECIDED, Actor.of(by.id()), words);
        turns.reassigned(request, route, turn);
        return RequestStanding.of(request);
    }
}
