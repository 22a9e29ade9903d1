package cn.gridbell.visit.coverage;

import cn.gridbell.platform.calendar.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/** A part of the week in which a household is at home or not. */
public enum Band {
    EVENING("工作日晚上", LocalTime.of(18, 0), LocalTime.of(20, 30)),
    /** Any hour of a day on which people do not work. */
    WEEKEND("休息日", LocalTime.of(9, 0), LocalTime.of(20, 30)),
    AFTERNOON("工作日下午", LocalTime.of(12, 0), LocalTime.of(18, 0)),
    MORNING("工作日上午", LocalTime.of(8, 0), LocalTime.of(12, 0));

    private final String words;
    private final LocalTime from;
    private final LocalTime until;

    Band(String words, LocalTime from, LocalTime until) {
        this.words = words;
        this.from = from;
        this.until = until;
    }

    public String words() {
        return words;
    }

    static Band of(Instant at, WorkCalendar calendar) {
        ZonedDateTime here = at.atZone(WorkCalendar.ZONE);
        if (!calendar.isWorkingDay(here.toLocalDate())) {
            return WEEKEND;
        }
        LocalTime time = here.toLocalTime();
        if (time.isBefore(MORNING.until)) {
            return MORNING;
        }
        return time.isBefore(AFTERNOON.until) ? AFTERNOON : EVENING;
    }

    /** Whether there is such a part on this day. */
    boolean isOn(LocalDate day, WorkCalendar calendar) {
        return (this == WEEKEND) != calendar.isWorkingDay(day);
    }

    Instant beginsOn(LocalDate day) {
        return day.atTime(from).atZone(WorkCalendar.ZONE).toInstant();
    }

    Instant endsOn(LocalDate day) {
        return day.atTime(until).atZone(WorkCalendar.ZONE).toInstant();
    }
}
