package cn.gridbell.platform.calendar;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Working time in Asia/Shanghai: Monday to Friday but holidays, plus make-up days (调休), 09:00–12:00 and 13:30–17:30, seven hours a day.
 *
 * <p>Source of the days: the State Council's yearly notice, in {@code work_day}. A year without one counts as plain weeks and {@link
 * #announced} says so.
 */
@Component
public class WorkCalendar {

    /** The zone in which a day, a deadline and "today" are computed. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime NOON = LocalTime.of(12, 0);
    private static final LocalTime AFTERNOON = LocalTime.of(13, 30);
    private static final LocalTime EVENING = LocalTime.of(17, 30);
    static final int KEPT_SECONDS = 30;

    private static final int LONGEST_SEARCH_DAYS = 3_660;

    /** Read again after {@value #KEPT_SECONDS} s, so that each node soon knows what was imported on another. */
    private final LoadingCache<Integer, Map<LocalDate, Boolean>> years;

    @org.springframework.beans.factory.annotation.Autowired
    WorkCalendar(WorkDayMapper days) {
        this(year -> days.ofYear(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)).stream()
                .collect(Collectors.toMap(WorkDayRow::day, WorkDayRow::working)));
    }

    /**
     * For arithmetic on a given table.
     *
     * @param announcedDaysOf days that differ from the plain week, by year; empty: not announced
     */
    public WorkCalendar(Function<Integer, Map<LocalDate, Boolean>> announcedDaysOf) {
        years = Caffeine.newBuilder()
                .expireAfterWrite(Duration.ofSeconds(KEPT_SECONDS))
                .build(announcedDaysOf::apply);
    }

    /** Whether the year's holidays are known. */
    public boolean announced(int year) {
        return !year(year).isEmpty();
    }

    /** Whether the holidays of the year in which an instant falls are known: a deadline in a year that is not announced may still move. */
    public boolean isCertain(Instant deadline) {
        return announced(dayOf(deadline).getYear());
    }

    public boolean isWorkingDay(LocalDate day) {
        return Optional.ofNullable(year(day.getYear()).get(day))
                .orElse(day.getDayOfWeek().getValue() <= 5);
    }

    /** The day it is for people here. */
    public static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /**
     * The instant at which this much working time has passed since {@code from}.
     *
     * @param working zero or more; a working day is seven hours
     */
    public Instant after(Instant from, Duration working) {
        if (working.isNegative()) {
            throw new IllegalArgumentException("working time runs forward");
        }
        LocalDateTime at = LocalDateTime.ofInstant(from, ZONE);
        Duration left = working;
        for (int i = 0; i < LONGEST_SEARCH_DAYS; i++) {
            LocalDate day = at.toLocalDate();
            if (isWorkingDay(day)) {
                for (LocalTime[] half : new LocalTime[][] {{MORNING, NOON}, {AFTERNOON, EVENING}}) {
                    LocalTime start = at.toLocalTime().isAfter(half[0]) ? at.toLocalTime() : half[0];
                    if (start.isAfter(half[1])) {
                        continue;
                    }
                    Duration here = Duration.between(start, half[1]);
                    if (left.compareTo(here) <= 0) {
                        return day.atTime(start).plus(left).atZone(ZONE).toInstant();
                    }
                    left = left.minus(here);
                }
            }
            at = day.plusDays(1).atStartOfDay();
        }
        throw new IllegalStateException("no working time within ten years");
    }

    /** Working time between two instants; zero if the second is not after the first. */
    public Duration between(Instant from, Instant to) {
        Duration passed = Duration.ZERO;
        LocalDateTime at = LocalDateTime.ofInstant(from, ZONE);
        LocalDateTime end = LocalDateTime.ofInstant(to, ZONE);
        for (LocalDate day = at.toLocalDate(); !day.isAfter(end.toLocalDate()); day = day.plusDays(1)) {
            if (isWorkingDay(day)) {
                passed = passed.plus(overlap(day.atTime(MORNING), day.atTime(NOON), at, end))
                        .plus(overlap(day.atTime(AFTERNOON), day.atTime(EVENING), at, end));
            }
        }
        return passed;
    }

    private static Duration overlap(LocalDateTime open, LocalDateTime close, LocalDateTime from, LocalDateTime to) {
        LocalDateTime start = open.isAfter(from) ? open : from;
        LocalDateTime stop = close.isBefore(to) ? close : to;
        return stop.isAfter(start) ? Duration.between(start, stop) : Duration.ZERO;
    }

    /** Forgets what was read, after the table was changed. */
    public void refresh() {
        years.invalidateAll();
    }

    private Map<LocalDate, Boolean> year(int year) {
        return years.get(year);
    }
}
