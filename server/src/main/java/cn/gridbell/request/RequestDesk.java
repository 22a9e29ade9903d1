package cn.gridbell.request;

import cn.gridbell.platform.security.Caller;
import cn.gridbell.request.ask.Ask;
import cn.gridbell.request.ask.AskKind;
import cn.gridbell.request.ask.AskOutcome;
import cn.gridbell.request.ask.Asks;
import cn.gridbell.request.category.RequestCategories;
import cn.gridbell.request.category.RequestCategory;
import cn.gridbell.staff.StaffView;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What those who lead do: correct who answers, turn away, give down a level, write down what the district says. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RequestDesk {

    private final RequestParties parties;
    private final RequestTurns turns;
    private final RequestRouting routing;
    private final RequestCategories categories;
    private final Asks asks;
    private final Clock clock;

    RequestDesk(
            RequestParties parties,
            RequestTurns turns,
            RequestRouting routing,
            RequestCategories categories,
            Asks asks,
            Clock clock) {
        this.categories = categories;
        this.parties = parties;
        this.turns = turns;
        this.routing = routing;
        this.asks = asks;
        this.clock = clock;
    }

    /**
     * Another holder on the same level, or what an unclear request is about and so who takes it; the clock runs on.
     *
     * @throws cn.gridbell.platform.InvalidInput 400 for an unknown category, or if neither a holder nor a category is named
     */
    RequestStanding assign(Caller caller, RequestId id, DispatchRequest command) {
        Instant now = clock.instant();
        StaffView by = parties.member(caller);
        Request request = parties.require(by.id(), id, RequestMove.ASSIGN);
        RequestCategory category = command.category() == null ? null : categories.requireSelectable(command.category());
        if (category != null) {
            request.classify(category, routing.dueAs(category, request));
        }
        Route route = category != null && command.memberId() == null && command.unitId() == null
                ? routing.as(category, request)
                : routing.to(request, command.memberId(), command.unitId());
        request.giveTo(RequestMove.ASSIGN, route.assignee(), now);
        String reason = command.reason().strip();
        String words = category == null
                ? TimelineWords.handedOn(TimelineWords.nameOf(by), route, reason)
                : TimelineWords.screened(TimelineWords.nameOf(by), category.name(), route, reason);
        int turn = turns.store(request, EntryKind.ASSIGNED, Actor.of(by.id()), words);
        turns.reassigned(request, route, turn);
        return RequestStanding.of(request);
    }

    RequestStanding reject(Caller caller, RequestId id, RejectRequest command) {
        Instant now = clock.instant();
        StaffView by = parties.member(caller);
        Request request = parties.require(by.id(), id, RequestMove.REJECT);
        String words = command.words().strip();
        request.reject(words, now);
        int turn = turns.store(
                request,
                EntryKind.REJECTED,
                Actor.of(by.id()),
                TimelineWords.rejected(TimelineWords.nameOf(by), words));
        turns.tell(new RequestRejected(id, request.reporter(), turn, now));
        return RequestStanding.of(request);
    }

    /** @throws RequestAtBottom 409 at GREEN @throws RequestTooLate 409 past the deadline: it would come up again at once */
    RequestStanding offerDown(Caller caller, RequestId id, OfferDown command) {
        Instant now = clock.instant();
        StaffView by = parties.member(caller);
        Request request = parties.require(by.id(), id, RequestMove.OFFER_DOWN);
        Colour below = request.colour().down().orElseThrow(RequestAtBottom::new);
        if (request.isOverdue(now)) {
            throw new RequestTooLate();
        }
        String reason = command.reason().strip();
        request.make(RequestMove.OFFER_DOWN, now);
        turns.store(
                request,
                EntryKind.DOWN_OFFERED,
                Actor.of(by.id()),
                TimelineWords.downOffered(TimelineWords.nameOf(by), below, reason));
        asks.open(new Ask(
                0, id.value(), AskKind.MOVE_DOWN, by.id().value(), null, reason, null, null, now, null, null, null));
        return RequestStanding.of(request);
    }

    /** The level below takes it or does not. */
    RequestStanding decideDown(Caller caller, RequestId id, DecideAsk command) {
        Instant now = clock.instant();
        StaffView by = parties.member(caller);
        boolean granted = Boolean.TRUE.equals(command.granted());
        RequestMove move = granted ? RequestMove.CONSENT_DOWN : RequestMove.DECLINE_DOWN;
        Request request = parties.require(by.id(), id, move);
        String words = TimelineWords.decided(
                TimelineWords.nameOf(by), granted, "下移", command.reason().strip());
        asks.settle(
                id.value(),
                granted ? AskOutcome.GRANTED : AskOutcome.DENIED,
                by.id().value(),
                now);
        if (granted) {
            Colour below = Objects.requireNonNull(request.colour().down().orElse(null));
            Route route = routing.down(request, below);
            request.moveDown(below, route.assignee(), now);
            int turn = turns.store(request, EntryKind.DOWN_DECIDED, Actor.of(by.id()), words);
            turns.handedOn(request, route, turn);
        } else {
            request.make(move, now);
            turns.store(request, EntryKind.DOWN_DECIDED, Actor.of(by.id()), words);
        }
        return RequestStanding.of(request);
    }

    /** @throws RequestNotAtDistrict 409 unless it is RED */
    RequestStanding districtAnswer(Caller caller, RequestId id, DistrictAnswer command) {
        Instant now = clock.instant();
        StaffView by = parties.member(caller);
        Request request = parties.require(by.id(), id, RequestMove.DISTRICT_ANSWER);
        if (request.colour() != Colour.RED) {
            throw new RequestNotAtDistrict();
        }
        request.make(RequestMove.DISTRICT_ANSWER, now);
        String words = TimelineWords.districtAnswered(
                TimelineWords.nameOf(by), command.words().strip());
        int turn = turns.store(request, EntryKind.DISTRICT_ANSWERED, Actor.of(by.id()), words);
        turns.tell(new RequestReported(id, request.reporter(), turn, now));
        return RequestStanding.of(request);
    }
}
