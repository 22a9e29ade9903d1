package cn.gridbell.visit;

import cn.gridbell.platform.InvalidInput;
import cn.gridbell.platform.calendar.WorkCalendar;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A span of time asked for: at most 31 days.
 *
 * @param until exclusive
 */
record OpeningRange(Instant from, Instant until) {

    private static final Duration LONGEST = Duration.ofDays(31);

    OpeningRange {
        if (!from.isBefore(until)) {
            throw InvalidInput.of("to", "结束时间须晚于开始时间，请重新选择。");
        }
        if (Duration.between(from, until).compareTo(LONGEST) > 0) {
            throw InvalidInput.of("to", "一次最多查看31天，请缩短日期范围。");
        }
    }

    /**
     * @param from a day in Asia/Shanghai ({@code 2026-11-24}) or an instant with its zone; absent: now
     * @param to   the same; a day is meant to its end; absent: 14 days after the start
     * @throws InvalidInput 400
     */
    static OpeningRange parse(@Nullable String from, @Nullable String to, Instant now) {
        Instant start = from == null ? now : instant("from", from, 0);
        Instant end = to == null ? start.plus(Duration.ofDays(14)) : instant("to", to, 1);
        return new OpeningRange(start, end);
    }

    private static Instant instant(String field, String text, int daysAfter) {
        try {
            Instant at = text.length() == 10
                    ? LocalDate.parse(text)
                            .plusDays(daysAfter)
                            .atStartOfDay(WorkCalendar.ZONE)
                            .toInstant()
                    : OffsetDateTime.parse(text.replace(' ', '+')).toInstant(); // a plus sign not escaped in the query
            if (at.isBefore(Instant.parse("2020-01-01T00:00:00Z"))
                    || at.isAfter(Instant.parse("2200-01-01T00:00:00Z"))) {
                throw new DateTimeException("out of range");
            }
            return at;
        } catch (DateTimeException e) {
            throw InvalidInput.of(field, "日期格式有误，应为2026-11-24这样的日期或带时区的时间。");
        }
    }
}
