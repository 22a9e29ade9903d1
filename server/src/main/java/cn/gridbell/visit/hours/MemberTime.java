package cn.gridbell.visit.hours;

import cn.gridbell.platform.IdempotencyKey;
import cn.gridbell.platform.IdempotencyKeys.What;
import cn.gridbell.platform.calendar.WorkCalendar;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.staff.StaffId;
import cn.gridbell.visit.VisitAhead;
import cn.gridbell.visit.VisitsAhead;
import cn.gridbell.visit.opening.Absence;
import cn.gridbell.visit.opening.Absences;
import cn.gridbell.visit.opening.Cells;
import cn.gridbell.visit.opening.MemberHours;
import cn.gridbell.visit.opening.Timetables;
import cn.gridbell.visit.step.VisitBusy;
import cn.gridbell.visit.step.VisitTransactions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Changes when a member can be booked: hours, leave, duty. Each change and what it does to visits is one transaction. */
@Component
class MemberTime {

    private static final int FARTHEST_DAYS = 61;

    private final Timetables timetables;
    private final Absences absences;
    private final VisitsAhead ahead;
    private final Decisions decisions;
    private final VisitTransactions transactions;
    private final WorkCalendar calendar;

    MemberTime(
            Timetables timetables,
            Absences absences,
            VisitsAhead ahead,
            Decisions decisions,
            VisitTransactions transactions,
            WorkCalendar calendar) {
        this.timetables = timetables;
        this.absences = absences;
        this.ahead = ahead;
        this.decisions = decisions;
        this.transactions = transactions;
        this.calendar = calendar;
    }

    /**
     * New hours. Hit are visits at a time that was offered and is not any more, and those beyond a smaller capacity.
     *
     * @throws VisitsHit 409
     * @throws cn.gridbell.visit.opening.HoursChanged 409
     */
    void change(StaffId member, ChangeAvailability change, StaffId by, Clock clock) {
        LocalDate today = WorkCalendar.dayOf(clock.instant());
        transactions.run(() -> {
            ahead.queueFor(member, today, today.plusDays(FARTHEST_DAYS));
            MemberHours before = timetables.hoursOf(member);
            timetables.replace(member, change.availability(), by);
            MemberHours after = timetables.hoursOf(member);
            List<VisitAhead> hit = ahead.of(member).stream()
                    .filter(visit -> visit.lane() >= after.bounds().capacity()
                            || visit.times().stream()
                                    .anyMatch(time -> before.cover(time, calendar) && !after.cover(time, calendar)))
                    .toList();
            decisions.carryOut(hit, change.decisions());
            return hit;
        });
    }

    /**
     * Leave or duty. Hit are visits whose own time it meets.
     *
     * @throws VisitsHit 409
     * @throws AlreadyAway 409
     */
    Absence leave(Caller caller, @Nullable IdempotencyKey key, StaffId member, TakeLeave leave, Cells time) {
        StaffId by = new StaffId(caller.requireStaffId());
        return transactions.once(caller, key, new What("take-leave", leave), Absence.class, () -> {
            ahead.queueFor(member, WorkCalendar.dayOf(time.start()), WorkCalendar.dayOf(time.end()));
            if (absences.meet(member, time)) {
                throw new AlreadyAway();
            }
            Absence absence = absences.add(member, leave.kind(), time, leave.reason(), by);
            List<VisitAhead> hit = ahead.of(member).stream()
                    .filter(visit -> visit.times().stream().anyMatch(time::overlaps))
                    .toList();
            decisions.carryOut(hit, leave.decisions());
            ahead.freeWalks(member, time);
            if (!absences.hold(member, absence)) {
                throw new VisitBusy();
            }
            return absence;
        });
    }

    /** @throws LeaveNotFound 404 */
    void withdraw(long id, StaffId by) {
        transactions.run(() -> {
            if (!absences.withdraw(id, by)) {
                throw new LeaveNotFound();
            }
            return id;
        });
    }
}
