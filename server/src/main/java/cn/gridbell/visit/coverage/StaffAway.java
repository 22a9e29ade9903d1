package cn.gridbell.visit.coverage;

import cn.gridbell.platform.calendar.WorkCalendar;
import cn.gridbell.staff.StaffId;
import cn.gridbell.visit.opening.Absence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** As staff registered it: two halves of a day are a whole one. */
@Component
class StaffAway implements Absences {

    private final cn.gridbell.visit.opening.Absences registered;

    StaffAway(cn.gridbell.visit.opening.Absences registered) {
        this.registered = registered;
    }

    @Override
    public boolean isAway(StaffId member, LocalDate day) {
        Instant start = day.atStartOfDay(WorkCalendar.ZONE).toInstant();
        Instant end = day.plusDays(1).atStartOfDay(WorkCalendar.ZONE).toInstant();
        Duration away = registered.within(member, start, end).stream()
                .map(absence -> within(absence, start, end))
                .reduce(Duration.ZERO, Duration::plus);
        return away.compareTo(Duration.between(start, end)) >= 0;
    }

    /** No two absences of a member meet. */
    private static Duration within(Absence absence, Instant start, Instant end) {
        Instant from = absence.start().isAfter(start) ? absence.start() : start;
        Instant to = absence.end().isBefore(end) ? absence.end() : end;
        return Duration.between(from, to);
    }
}
