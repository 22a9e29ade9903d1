package cn.gridbell.message;

import cn.gridbell.platform.calendar.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;

/** When people are reminded of a visit: the evening before, and two hours before. */
final class Reminders {

    private static final LocalTime EVENING = LocalTime.of(19, 0);
    private static final Duration SOON = Duration.ofHours(2);
    /** Who was told a moment ago needs no reminder. */
    private static final Duration FRESH = Duration.ofMinutes(30);

    private Reminders() {}

    static Instant eveningBefore(Instant start) {
        return WorkCalendar.dayOf(start)
                .minusDays(1)
                .atTime(EVENING)
                .atZone(WorkCalendar.ZONE)
                .toInstant();
    }

    static Instant soonBefore(Instant start) {
        return start.minus(SOON);
    }

    /** Whether a reminder at that time says something to who was told at this one. */
    static boolean worthwhile(Instant reminder, Instant told) {
        return reminder.isAfter(told.plus(FRESH));
    }
}
