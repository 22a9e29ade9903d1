package cn.gridbell.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WorkCalendarTest {

    /** National Day 2026: off 1 to 7 October, Saturday 10 October is worked. */
    private static final Map<LocalDate, Boolean> OCTOBER = Map.of(
            LocalDate.of(2026, 10, 1), false,
            LocalDate.of(2026, 10, 2), false,
            LocalDate.of(2026, 10, 5), false,
            LocalDate.of(2026, 10, 6), false,
            LocalDate.of(2026, 10, 7), false,
            LocalDate.of(2026, 10, 10), true);

    private final WorkCalendar calendar = new WorkCalendar(year -> year == 2026 ? OCTOBER : Map.of());

    @Test
    void countsWithinOneDayAndOverTheNoonBreak() {
        assertThat(calendar.after(at("2026-11-24T09:30"), Duration.ofHours(2))).isEqualTo(at("2026-11-24T11:30"));
        assertThat(calendar.after(at("2026-11-24T11:00"), Duration.ofHours(2))).isEqualTo(at("2026-11-24T14:30"));
    }

    @Test
    void goesOnTheNextWorkingMorning() {
        assertThat(calendar.after(at("2026-11-27T17:00"), Duration.ofHours(1))).isEqualTo(at("2026-11-30T09:30"));
        assertThat(calendar.after(at("2026-11-28T12:00"), Duration.ofHours(1))).isEqualTo(at("2026-11-30T10:00"));
    }

    @Test
    void passesOverHolidaysAndWorksOnMakeUpDays() {
        assertThat(calendar.after(at("2026-09-30T17:00"), Duration.ofHours(1))).isEqualTo(at("2026-10-08T09:30"));
        assertThat(calendar.after(at("2026-10-09T17:00"), Duration.ofHours(1))).isEqualTo(at("2026-10-10T09:30"));
    }

    @Test
    void aWorkingDayIsSevenHours() {
        assertThat(calendar.after(at("2026-11-23T09:00"), Duration.ofHours(7))).isEqualTo(at("2026-11-23T17:30"));
        assertThat(calendar.after(at("2026-11-23T09:00"), Duration.ofHours(35))).isEqualTo(at("2026-11-27T17:30"));
    }

    @Test
    void twoPartsAreAsLongAsTheWhole() {
        Random random = new Random(7);
        for (int trial = 0; trial < 2_000; trial++) {
            Instant from = at("2026-09-01T00:00").plusSeconds(random.nextInt(90 * 86_400));
            Duration first = Duration.ofMinutes(random.nextInt(3_000));
            Duration second = Duration.ofMinutes(random.nextInt(3_000));
            assertThat(calendar.after(calendar.after(from, first), second))
                    .isEqualTo(calendar.after(from, first.plus(second)));
        }
    }

    @Test
    void saysWhichYearsAreAnnounced() {
        assertThat(calendar.announced(2026)).isTrue();
        assertThat(calendar.announced(2027)).isFalse();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(WorkCalendar.ZONE).toInstant();
    }
}
