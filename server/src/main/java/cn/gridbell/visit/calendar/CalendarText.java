package cn.gridbell.visit.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Writes RFC 5545: lines folded at 75 octets without splitting a character (section 3.1), texts escaped (3.3.11), times in UTC (3.3.5). The same
 * entries give the same octets.
 */
final class CalendarText {

    private static final int MOST_OCTETS = 75;
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder();

    private CalendarText() {}

    static String of(List<EntryRow> entries) {
        CalendarText calendar = new CalendarText();
        calendar.line("BEGIN:VCALENDAR");
        calendar.line("VERSION:2.0");
        calendar.line("PRODID:-//Gridbell//Visits//ZH");
        calendar.line("CALSCALE:GREGORIAN");
        calendar.line("METHOD:PUBLISH");
        calendar.line("X-WR-CALNAME:" + escaped("网格叮咚·敲门行动"));
        calendar.line("REFRESH-INTERVAL;VALUE=DURATION:PT15M");
        entries.forEach(calendar::event);
        calendar.line("END:VCALENDAR");
        return calendar.text.toString();
    }

    private void event(EntryRow entry) {
        line("BEGIN:VEVENT");
        line("UID:visit-" + entry.visitId() + "@gridbell");
        line("DTSTAMP:" + utc(entry.changedAt()));
        line("LAST-MODIFIED:" + utc(entry.changedAt()));
        line("SEQUENCE:" + entry.sequence());
        line("STATUS:" + entry.state());
        line("DTSTART:" + utc(entry.startAt()));
        line("DTEND:" + utc(entry.endAt()));
        line("SUMMARY:" + escaped(summary(entry)));
        line("DESCRIPTION:" + escaped("预约编号" + entry.number() + "；地址、居民的话和门口验证码请在小程序里查看。"));
        line("END:VEVENT");
    }

    private static String summary(EntryRow entry) {
        return switch (entry.state()) {
            case TENTATIVE -> "敲门走访（待确认）：" + entry.purpose();
            case CONFIRMED -> "敲门走访：" + entry.purpose();
            case CANCELLED -> "敲门走访（已取消）：" + entry.purpose();
        };
    }

    private static String utc(Instant instant) {
        return UTC.format(instant);
    }

    static String escaped(String words) {
        return words.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\\n")
                .replace("\n", "\\n")
                .replace("\r", "\\n");
    }

    private void line(String line) {
        text.append(folded(line)).append("\r\n");
    }

    /** A continuation begins with a blank, which counts. */
    static String folded(String line) {
        StringBuilder folded = new StringBuilder();
        int octets = 0;
        for (int at = 0; at < line.length(); ) {
            int point = line.codePointAt(at);
            String character = Character.toString(point);
            int more = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + more > MOST_OCTETS) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.append(character);
            octets += more;
            at += Character.charCount(point);
        }
        return folded.toString();
    }
}
