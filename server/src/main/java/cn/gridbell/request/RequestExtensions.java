package cn.gridbell.request;

import cn.gridbell.platform.security.Caller;
import cn.gridbell.request.ask.Ask;
import cn.gridbell.request.ask.AskKind;
import cn.gridbell.request.ask.AskOutcome;
import cn.gridbell.request.ask.Asks;
import cn.gridbell.staff.StaffView;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** More time: once a request, asked before the deadline, decided by the level above. The clock runs on. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RequestExtensions {

    private final RequestParties parties;
    private final RequestTurns turns;
    private final RequestRouting routing;
    private final Asks asks;
    private final Clock clock;

    RequestExtensions(RequestParties parties, RequestTurns turns, RequestRouting routing, Asks asks, Clock clock) {
        this.parties = parties;
        this.turns = turns;
        this.routing = routing;
        this.asks = asks;
        this.clock = clock;
    }

    /** @throws RequestExtendedOnce 409 @throws RequestTooLate 409 @throws RequestAtTop 409 at RED, where nobody stands above */
    RequestStanding ask(Caller caller, RequestId id, ExtendRequest command) {
        Instant now = clock.instant();
        StaffView by = parties.member(caller);
        Request request = parties.require(by.id(), id, RequestMove.ASK_EXTENSION);
        request.nextColour();
        if (!asks.of(id.value(), AskKind.EXTENSION).isEmpty()) {
            throw new RequestExtendedOnce();
        }
        if (request.isOverdue(now)) {
            throw new RequestTooLate();
        }
        String reason = command.reason().strip();
        request.make(RequestMove.ASK_EXTENSION, now);
        turns.store(
                request,
                EntryKind.EXTENSION_ASKED,
                Actor.of(by.id()),
                TimelineWords.extensionAsked(TimelineWords.nameOf(by), command.workingHours(), reason));
        asks.open(new Ask(
                0,
                id.value(),
                AskKind.EXTENSION,
                by.id().value(),
                null,
                reason,
                null,
                command.workingHours(),
                now,
                null,
                null,
                null));
        return RequestStanding.of(request);
    }

    RequestStanding decide(Caller caller, RequestId id, DecideAsk command) {
        Instant now = clock.instant();
        StaffView by = parties.member(caller);
        boolean granted = Boolean.TRUE.equals(command.granted());
        RequestMove move = granted ? RequestMove.GRANT_EXTENSION : RequestMove.DENY_EXTENSION;
        Request request = parties.require(by.id(), id, move);
        int hours = Objects.requireNonNull(
                asks.openOf(id.value()).map(Ask::workingHours).orElse(0));
        String who = TimelineWords.nameOf(by);
        String reason = command.reason().strip();
        asks.settle(
                id.value(),
                granted ? AskOutcome.GRANTED : AskOutcome.DENIED,
                by.id().value(),
                now);
        if (granted) {
            Instant due = routing.extended(request, hours);
            request.extend(due, now);
            String words = TimelineWords.extended(who, due, reason);
            int turn = turns.store(request, EntryKind.EXTENSION_DECIDED, Actor.of(by.id()), words);
            turns.tell(new RequestExtended(id, request.reporter(), turn, now));
        } else {
            request.make(move, now);
            String words = TimelineWords.decided(who, false, "延期", reason);
            turns.store(request, EntryKind.EXTENSION_DECIDED, Actor.of(by.id()), words);
        }
        return RequestStanding.of(request);
    }
}
