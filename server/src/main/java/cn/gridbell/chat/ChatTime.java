package cn.gridbell.chat;

import cn.gridbell.platform.calendar.WorkCalendar;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as they are said in a chat. */
final class ChatTime {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("M月d日HH:mm", Locale.CHINA);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.CHINA);

    private ChatTime() {}

    static String minute(Instant at) {
        return MINUTE.format(at.atZone(WorkCalendar.ZONE));
    }

    /** Within one day the end is only the time of day. */
    static String span(Instant from, Instant to) {
        ZonedDateTime start = from.atZone(WorkCalendar.ZONE);
        ZonedDateTime end = to.atZone(WorkCalendar.ZONE);
        boolean sameDay = start.toLocalDate().equals(end.toLocalDate());
        return MINUTE.format(start) + "至" + (sameDay ? CLOCK : MINUTE).format(end);
    }
}
