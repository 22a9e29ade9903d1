package cn.gridbell.request;

import cn.gridbell.platform.calendar.WorkCalendar;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.request.ask.Ask;
import cn.gridbell.request.ask.AskKind;
import cn.gridbell.request.ask.AskOutcome;
import cn.gridbell.request.ask.Asks;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.staff.StaffView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Questions to the resident: they wait at most five working days, then handling goes on without. The clock runs all the while. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RequestQuestions {

    /** Five working days of seven hours. */
    static final Duration LONGEST_WAIT = Duration.ofHours(35);

    private final RequestParties parties;
    private final RequestTurns turns;
    private final RequestTimeline timeline;
    private final Asks asks;
    private final WorkCalendar calendar;
    private final Clock clock;

    RequestQuestions(
            RequestParties parties,
            RequestTurns turns,
            RequestTimeline timeline,
            Asks asks,
            WorkCalendar calendar,
            Clock clock) {
        this.parties = parties;
        this.turns = turns;
        this.timeline = timeline;
        this.asks = asks;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** @throws RequestWithoutReporter 409 if nobody can be asked */
    RequestStanding ask(Caller caller, RequestId id, AskResident command) {
        Instant now = clock.instant();
        StaffView by = parties.member(caller);
        Request request = parties.require(by.id(), id, RequestMove.ASK_RESIDENT);
        if (request.reporter() == null) {
            throw new RequestWithoutReporter();
        }
        Instant until = calendar.after(now, LONGEST_WAIT);
        String question = command.question().strip();
        request.make(RequestMove.ASK_RESIDENT, now);
        int turn = turns.store(
                request,
                EntryKind.QUESTION_ASKED,
                Actor.of(by.id()),
                TimelineWords.questionAsked(TimelineWords.nameOf(by), question, until));
        asks.open(new Ask(
                0, id.value(), AskKind.QUESTION, by.id().value(), null, question, null, null, now, until, null, null));
        turns.tell(new RequestQuestioned(id, request.reporter(), turn, now));
        return RequestStanding.of(request);
    }

    RequestStanding reply(Caller caller, RequestId id, ReplyToQuestion command) {
        Instant now = clock.instant();
        Request request = parties.requireOwn(caller, id);
        request.make(RequestMove.REPLY, now);
        asks.settle(id.value(), AskOutcome.REPLIED, null, now);
        turns.store(request);
        timeline.writeOwnWords(
                id,
                EntryKind.REPLIED,
                new ResidentId(caller.residentId()),
                command.text().strip(),
                now);
        return RequestStanding.of(request);
    }

    /** Nothing happens if it moved meanwhile. */
    @Transactional
    void lapse(RequestId id) {
        Instant now = clock.instant();
        Request request = parties.find(id);
        if (request == null || request.stage() != RequestStage.WAITING_RESIDENT) {
            return;
        }
        request.make(RequestMove.WAITING_LAPSED, now);
        asks.settle(id.value(), AskOutcome.LAPSED, null, now);
        turns.store(request, EntryKind.WAITING_LAPSED, Actor.SYSTEM, TimelineWords.waitingLapsed());
    }
}
