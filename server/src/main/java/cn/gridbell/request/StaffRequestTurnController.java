package cn.gridbell.request;

import cn.gridbell.platform.IdempotencyKey;
import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.request.RequestSteps.Step;
import jakarta.validation.Valid;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What staff do with a request beside taking it on and answering: hand it on, give it back, ask for time or words, turn it away. */
@RestController
@RequestMapping("/api/staff/requests")
class StaffRequestTurnController {

    private final RequestSteps steps;
    private final RequestReturns returns;
    private final RequestExtensions extensions;
    private final RequestQuestions questions;
    private final RequestDesk desk;

    StaffRequestTurnController(
            RequestSteps steps,
            RequestReturns returns,
            RequestExtensions extensions,
            RequestQuestions questions,
            RequestDesk desk) {
        this.steps = steps;
        this.returns = returns;
        this.extensions = extensions;
        this.questions = questions;
        this.desk = desk;
    }

    @PostMapping("/{id}/return")
    @CallableBy(Audience.STAFF)
    RequestStanding returnIt(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @PathVariable RequestId id,
            @Valid @RequestBody ReturnRequest command) {
        return take(caller, key, new Step("ask-return", id, command), () -> returns.ask(caller, id, command));
    }

    @PostMapping("/{id}/return-decision")
    @CallableBy(Audience.STAFF)
    RequestStanding decideReturn(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @PathVariable RequestId id,
            @Valid @RequestBody DecideReturn command) {
        return take(caller, key, new Step("decide-return", id, command), () -> returns.decide(caller, id, command));
    }

    @PostMapping("/{id}/meeting-decision")
    @CallableBy(Audience.STAFF)
    RequestStanding decideAtMeeting(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @PathVariable RequestId id,
            @Valid @RequestBody AssignRequest command) {
        return take(
                caller,
                key,
                new Step("decide-at-meeting", id, command),
                () -> returns.decideAtMeeting(caller, id, command));
    }

    @PostMapping("/{id}/extension")
    @CallableBy(Audience.STAFF)
    RequestStanding extend(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @PathVariable RequestId id,
            @Valid @RequestBody ExtendRequest command) {
        return take(caller, key, new Step("ask-extension", id, command), () -> extensions.ask(caller, id, command));
    }

    @PostMapping("/{id}/extension-decision")
    @CallableBy(Audience.STAFF)
    RequestStanding decideExtension(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @PathVariable RequestId id,
            @Valid @RequestBody DecideAsk command) {
        return take(
                caller, key, new Step("decide-extension", id, command), () -> extensions.decide(caller, id, command));
    }

    @PostMapping("/{id}/question")
    @CallableBy(Audience.STAFF)
    RequestStanding question(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @PathVariable RequestId id,
            @Valid @RequestBody AskResident command) {
        return take(caller, key, new Step("ask-resident", id, command), () -> questions.ask(caller, id, command));
    }

    @PostMapping("/{id}/assignment")
    @CallableBy(Audience.STAFF)
    RequestStanding assign(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @PathVariable RequestId id,
            @Valid @RequestBody DispatchRequest command) {
        return take(caller, key, new Step("assign-request", id, command), () -> desk.assign(caller, id, command));
    }

    @PostMapping("/{id}/rejection")
    @CallableBy(Audience.STAFF)
    RequestStanding reject(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @PathVariable RequestId id,
            @Valid @RequestBody RejectRequest command) {
        return take(caller, key, new Step("reject-request", id, command), () -> desk.reject(caller, id, command));
    }

    @PostMapping("/{id}/down-offer")
    @CallableBy(Audience.STAFF)
    RequestStanding offerDown(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @PathVariable RequestId id,
            @Valid @RequestBody OfferDown command) {
        return take(caller, key, new Step("offer-down", id, command), () -> desk.offerDown(caller, id, command));
    }

    @PostMapping("/{id}/down-consent")
    @CallableBy(Audience.STAFF)
    RequestStanding consentDown(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @PathVariable RequestId id,
            @Valid @RequestBody DecideAsk command) {
        return take(caller, key, new Step("consent-down", id, command), () -> desk.decideDown(caller, id, command));
    }

    @PostMapping("/{id}/district-answer")
    @CallableBy(Audience.STAFF)
    RequestStanding districtAnswer(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @PathVariable RequestId id,
            @Valid @RequestBody DistrictAnswer command) {
        return take(
                caller, key, new Step("district-answer", id, command), () -> desk.districtAnswer(caller, id, command));
    }

    private RequestStanding take(Caller caller, @Nullable String key, Step step, Supplier<RequestStanding> deed) {
        return steps.take(caller, IdempotencyKey.optional(key), step, deed);
    }
}
