package cn.gridbell.visit.rating;

import cn.gridbell.grid.GridId;
import cn.gridbell.platform.Cursor;
import cn.gridbell.platform.Failures;
import cn.gridbell.platform.Page;
import cn.gridbell.platform.PageRequest;
import cn.gridbell.platform.calendar.WorkCalendar;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.staff.StaffId;
import cn.gridbell.visit.CallBackAsked;
import cn.gridbell.visit.CallBackOverdue;
import cn.gridbell.visit.DoorVisits;
import cn.gridbell.visit.RatedVisit;
import cn.gridbell.visit.VisitId;
import cn.gridbell.visit.VisitNotFound;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Calls to residents who were not content: the lead has two working days, is reminded after one, and after two it goes to the community. What is due is
 * found as "due and not done", never as "this minute".
 */
@Component
class CallBacks {

    private static final Logger log = LoggerFactory.getLogger(CallBacks.class);
    private static final Duration WORKING_DAY = Duration.ofHours(7);
    private static final int AT_ONCE = 100;

    private final FeedbackMapper feedback;
    private final DoorVisits visits;
    private final Leading leading;
    private final WorkCalendar calendar;
    private final CallBackNews news;
    private final TransactionTemplate transaction;

    CallBacks(
            FeedbackMapper feedback,
            DoorVisits visits,
            Leading leading,
            WorkCalendar calendar,
            CallBackNews news,
            TransactionTemplate transaction) {
        this.feedback = feedback;
        this.visits = visits;
        this.leading = leading;
        this.calendar = calendar;
        this.news = news;
        this.transaction = transaction;
    }

    /** Part of the caller's transaction; one call a visit. */
    void ask(RatedVisit visit, Instant at) {
        StaffId caller = leading.callerFor(visit.grid(), visit.member()).orElse(null);
        Instant due = calendar.after(at, WORKING_DAY.multipliedBy(2));
        CallBackRow row = new CallBackRow(
                visit.id().value(),
                visit.grid().value(),
                caller == null ? null : caller.value(),
                "OPEN",
                at,
                calendar.after(at, WORKING_DAY),
                due,
                null);
        if (feedback.ask(row) == 1 && caller != null) {
            news.tell(new CallBackAsked(visit.id(), caller, 1, due, at));
        }
    }

    /**
     * A call to be made.
     *
     * @param number  of the visit
     * @param overdue whether it came from somebody who did not call in time
     */
    record Line(
            VisitId visitId,
            String number,
            String purpose,
            @Nullable Integer stars,
            @Nullable Boolean helped,
            @Nullable String comment,
            Instant dueAt,
            boolean overdue) {}

    /** What the caller is to do, soonest due first. */
    @Transactional
    public Page<Line> openOf(Caller caller, PageRequest page) {
        Cursor after = page.from(Cursor.OLDEST);
        return Page.of(
                feedback.openOf(caller.requireStaffId(), after.at(), after.id(), page.fetch()),
                page.size(),
                row -> new Cursor(row.dueAt(), row.visitId()),
                this::line);
    }

    private Line line(CallBackRow row) {
        RatedVisit visit = visits.ratedVisit(new VisitId(row.visitId())).orElseThrow(VisitNotFound::new);
        return new Line(
                visit.id(),
                visit.number(),
                visit.purpose(),
                visit.stars(),
                visit.helped(),
                visit.comment(),
                row.dueAt(),
                row.escalatedAt() != null);
    }

    /**
     * The call was made.
     *
     * @throws VisitNotFound 404 unless a call is asked for and the caller leads there
     * @throws CallBackDone 409
     */
    @Transactional
    public void done(Caller caller, VisitId visit, String words) {
        CallBackRow row = feedback.find(visit.value());
        if (row == null || !leading.leads(caller, new GridId(row.gridId()))) {
            throw new VisitNotFound();
        }
        if (feedback.done(visit.value(), caller.requireStaffId(), news.now(), words.strip()) != 1) {
            throw new CallBackDone();
        }
    }

    /** Reminds and hands on what is due, each in a transaction of its own; any node may run it. */
    void run() {
        Instant now = news.now();
        feedback.toBeReminded(now, AT_ONCE).forEach(row -> alone(row, due -> remind(due, now)));
        feedback.overdue(now, AT_ONCE).forEach(row -> alone(row, due -> handOn(due, now)));
    }

    private void remind(CallBackRow row, Instant now) {
        Long caller = row.callerId();
        if (feedback.reminded(row.visitId(), now) == 1 && caller != null) {
            news.tell(new CallBackAsked(new VisitId(row.visitId()), new StaffId(caller), 2, row.dueAt(), now));
        }
    }

    private void handOn(CallBackRow row, Instant now) {
        StaffId above = leading.above(new GridId(row.gridId())).orElse(null);
        if (feedback.escalate(row.visitId(), above == null ? row.callerId() : Long.valueOf(above.value()), now) == 1
                && above != null) {
            news.tell(new CallBackOverdue(new VisitId(row.visitId()), above, now));
        }
    }

    private void alone(CallBackRow row, Consumer<CallBackRow> step) {
        try {
            transaction.executeWithoutResult(status -> step.accept(row));
        } catch (RuntimeException failure) {
            log.warn(
                    "the call-back of visit {} could not be looked after: {}",
                    row.visitId(),
                    Failures.describe(failure));
        }
    }
}
