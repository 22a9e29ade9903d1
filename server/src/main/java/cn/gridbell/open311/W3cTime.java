package cn.gridbell.open311;

import cn.gridbell.platform.calendar.WorkCalendar;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Date and time as the W3C note has it, in the street's zone: {@code 2026-11-24T09:30:00+08:00}. */
final class W3cTime {

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT).withZone(WorkCalendar.ZONE);

    private W3cTime() {}

    static String of(Instant instant) {
        return FORMAT.format(instant.truncatedTo(ChronoUnit.SECONDS));
    }
}
