package cn.gridbell.request;

import cn.gridbell.platform.security.Caller;
import cn.gridbell.request.category.RequestCategories;
import cn.gridbell.request.followup.FollowUp;
import cn.gridbell.request.followup.FollowUps;
import cn.gridbell.resident.ResidentId;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What comes after an answer: it closes unrated after 14 days of silence, and what tends to come back is asked about four weeks later. Counter
 * {@code gridbell.request.closed.unrated}.
 */
@Component
@Transactional
class RequestAftercare {

    private final RequestMapper requests;
    private final RequestTimeline timeline;
    private final RequestTurns turns;
    private final Later later;
    private final MeterRegistry meters;
    private final Clock clock;

    RequestAftercare(
            RequestMapper requests,
            RequestTimeline timeline,
            RequestTurns turns,
            Later later,
            MeterRegistry meters,
            Clock clock) {
        this.requests = requests;
        this.timeline = timeline;
        this.turns = turns;
        this.later = later;
        this.meters = meters;
        this.clock = clock;
    }

    /** What is asked later, of which categories, and how it becomes a request again. */
    @Component
    record Later(FollowUps followUps, RequestCategories categories, RequestOpening opening) {}

    /** It is closed: ask later, if it is solved, comes back by its category, and somebody is known to ask. */
    void ended(Request request, Instant now) {
        boolean solved = request.closure() == Closure.SOLVED || request.closure() == Closure.PARTLY;
        boolean comesBack = later.categories()
                .find(request.category())
                .filter(category -> category.habits().followUp())
                .isPresent();
        if (solved && comesBack && request.reporter() != null) {
            later.followUps().plan(request.requestId().value(), now);
        }
    }

    void reopened(Request request) {
        later.followUps().drop(request.requestId().value());
    }

    /** Closes one that nobody rated in time; nothing happens if it moved meanwhile. */
    void closeUnrated(RequestId id) {
        Instant now = clock.instant();
        Request request = requests.find(id.value());
        Instant answered = request == null ? null : request.answeredAt();
        if (request == null
                || request.status() != RequestStatus.ANSWERED
                || answered == null
                || answered.plus(RequestVerdicts.TERM).isAfter(now)) {
            return;
        }
        request.make(RequestMove.CLOSE_UNRATED, now);
        int turn = turns.store(request);
        timeline.write(id, EntryKind.CLOSED_UNRATED, Actor.SYSTEM, TimelineWords.UNRATED, now);
        ended(request, now);
        turns.tell(new RequestClosedUnrated(id, turn, now));
        meters.counter("gridbell.request.closed.unrated").increment();
    }

    /** Asks about one; nothing happens if another node did, or if it is open again. */
    void ask(RequestId id) {
        Instant now = clock.instant();
        Request request = requests.find(id.value());
        if (!later.followUps().ask(id.value(), now) || request == null || request.isOpen()) {
            return;
        }
        ResidentId reporter = request.reporter();
        if (reporter != null) {
            timeline.write(id, EntryKind.FOLLOWED_UP, Actor.SYSTEM, TimelineWords.FOLLOW_UP, now);
            turns.tell(new RequestFollowedUp(id, reporter, request.version(), now));
        }
    }

    /**
     * @param number of the request it is opened anew as; null if it need not be
     * @throws RequestNotFound 404
     * @throws RequestNotAsked 409 if nothing is asked, or it was answered
     */
    FollowUpStanding answer(Caller caller, RequestId id, AnswerFollowUp command, @Nullable String number) {
        Instant now = clock.instant();
        ResidentId resident = new ResidentId(caller.residentId());
        Request request = requests.lock(id.value());
        if (request == null || !request.isReportedBy(resident)) {
            throw new RequestNotFound();
        }
        if (later.followUps().find(id.value()).filter(FollowUp::isOpen).isEmpty()) {
            throw new RequestNotAsked();
        }
        String comment = command.comment() == null ? "" : command.comment().strip();
        RequestId anew = number == null ? null : openAnew(request, comment, number, now);
        if (!later.followUps().answer(id.value(), command.answer(), anew == null ? null : anew.value(), now)) {
            throw new RequestNotAsked();
        }
        String words = number == null ? TimelineWords.STILL_FINE : TimelineWords.againAs(number);
        if (comment.isEmpty() || anew != null) {
            timeline.write(id, EntryKind.FOLLOWED_UP, Actor.of(resident), words, now);
        } else {
            timeline.writeOwnWords(id, EntryKind.FOLLOWED_UP, resident, words + comment, now);
        }
        return new FollowUpStanding(id, command.answer(), anew);
    }

    private RequestId openAnew(Request former, String comment, String number, Instant now) {
        RequestDraft draft = new RequestDraft(
                former.reporter(),
                null,
                former.anonymous(),
                former.source(),
                later.categories().requireSelectable(former.category()),
                comment.isEmpty() ? former.description() : comment,
                former.place(),
                former.address(),
                former.grid());
        RequestId anew = later.opening().open(number, draft, now).id();
        timeline.write(anew, EntryKind.FOLLOWED_UP, Actor.SYSTEM, TimelineWords.againAfter(former.number()), now);
        return anew;
    }
}
