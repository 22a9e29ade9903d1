package cn.gridbell.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.gridbell.platform.calendar.WorkCalendar;
import cn.gridbell.visit.opening.Cells;
import cn.gridbell.visit.opening.DayWindow;
import cn.gridbell.visit.opening.WeeklyRule;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeeklyRuleTest {

    private static final LocalDate HOLIDAY_THURSDAY = LocalDate.of(2026, 10, 1);
    private static final LocalDate MAKE_UP_SATURDAY = LocalDate.of(2026, 10, 10);
    private static final WorkCalendar CALENDAR =
            new WorkCalendar(year -> year == 2026 ? Map.of(HOLIDAY_THURSDAY, false, MAKE_UP_SATURDAY, true) : Map.of());
    private static final WeeklyRule USUAL = new VisitProperties(
                    Duration.ofHours(2), Duration.ofDays(14), Duration.ofHours(4), 1, 2, 1, Duration.ofHours(2), null)
            .usualRule();

    @Test
    void offersTheUsualHoursOnAWorkingDay() {
        assertThat(starts(LocalDate.of(2026, 11, 23)))
                .containsExactly("09:00", "09:45", "10:30", "14:00", "14:45", "15:30", "16:15");
    }

    @Test
    void offersEveningsOnTuesdaysAndThursdays() {
        assertThat(starts(LocalDate.of(2026, 11, 24)))
                .endsWith("18:30", "19:15")
                .hasSize(9);
        assertThat(starts(LocalDate.of(2026, 11, 26))).endsWith("18:30", "19:15");
    }

    @Test
    void offersNothingOnAHolidayOrAFreeWeekend() {
        assertThat(starts(HOLIDAY_THURSDAY)).isEmpty();
        assertThat(starts(LocalDate.of(2026, 11, 28))).isEmpty();
    }

    @Test
    void worksLikeAMondayOnAMakeUpSaturday() {
        assertThat(starts(MAKE_UP_SATURDAY)).isEqualTo(starts(LocalDate.of(2026, 11, 23)));
    }

    @Test
    void offersTheWeekendWindowsAMemberChose() {
        WeeklyRule own = new WeeklyRule(Map.of(DayOfWeek.SATURDAY, List.of(DayWindow.parse("10:00-11:00"))));
        assertThat(own.windowsOn(LocalDate.of(2026, 11, 28), CALENDAR)).hasSize(1);
        assertThat(own.windowsOn(MAKE_UP_SATURDAY, CALENDAR)).hasSize(1);
        assertThat(own.windowsOn(LocalDate.of(2026, 11, 23), CALENDAR)).isEmpty();
    }

    @Test
    void offersTheLastHalfHourBeforeMidnightButNothingPastIt() {
        LocalDate yearsEnd = LocalDate.of(2026, 12, 31);
        List<Cells> late = DayWindow.parse("22:45-24:00").visitsOn(yearsEnd, 2, 1);
        assertThat(late)
                .extracting(Cells::start)
                .containsExactly(Instant.parse("2026-12-31T14:45:00Z"), Instant.parse("2026-12-31T15:30:00Z"));
        assertThat(late.get(1).end()).isEqualTo(Instant.parse("2026-12-31T16:00:00Z"));
        assertThat(DayWindow.parse("23:45-24:00").visitsOn(yearsEnd, 2, 1)).isEmpty();
        assertThat(DayWindow.parse("23:45-24:00").visitsOn(yearsEnd, 1, 1)).hasSize(1);
    }

    @Test
    void neverLetsTwoOpeningsOfAWindowSpoilEachOther() {
        Random random = new Random(15);
        for (int i = 0; i < 5_000; i++) {
            int from = random.nextInt(0, 96) * 15;
            int to = Math.min(1440, from + random.nextInt(1, 97) * 15);
            int length = random.nextInt(1, 17);
            int walk = random.nextInt(0, 9);
            LocalDate day = LocalDate.ofEpochDay(random.nextInt(18_000, 25_000));
            List<Cells> visits = new DayWindow(from, to).visitsOn(day, length, walk);
            Instant midnight = day.atStartOfDay(WorkCalendar.ZONE).toInstant();
            for (int n = 0; n < visits.size(); n++) {
                assertThat(visits.get(n).start()).isAfterOrEqualTo(midnight.plusSeconds(from * 60L));
                assertThat(visits.get(n).end()).isBeforeOrEqualTo(midnight.plusSeconds(to * 60L));
                if (n > 0) {
                    assertThat(visits.get(n).first())
                            .isEqualTo(visits.get(n - 1).last() + walk + 1);
                }
            }
            assertThat(visits.isEmpty()).isEqualTo(to - from < length * 15);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "09:00",
                "9:00-10:00",
                "09:00-09:00",
                "11:00-10:00",
                "09:07-10:00",
                "09:00-24:15",
                "09:60-11:00",
                "aa:bb-cc:dd"
            })
    void refusesWhatIsNoWindow(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> DayWindow.parse(text));
    }

    @Test
    void writesAWindowAsItWasRead() {
        DayWindow window = DayWindow.parse("18:30-24:00");
        assertThat(window.from()).isEqualTo("18:30");
        assertThat(window.to()).isEqualTo("24:00");
        assertThat(window.overlaps(DayWindow.parse("09:00-18:30"))).isFalse();
        assertThat(window.overlaps(DayWindow.parse("09:00-18:45"))).isTrue();
    }

    private static List<String> starts(LocalDate day) {
        return USUAL.windowsOn(day, CALENDAR).stream()
                .flatMap(window -> window.visitsOn(day, 2, 1).stream())
                .map(visit ->
                        LocalTime.ofInstant(visit.start(), WorkCalendar.ZONE).toString())
                .toList();
    }
}
