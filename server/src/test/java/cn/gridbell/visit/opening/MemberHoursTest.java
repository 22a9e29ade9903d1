package cn.gridbell.visit.opening;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gridbell.platform.calendar.WorkCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Slot arithmetic under thousands of seeded weeks, days that differ, lengths and walks. */
class MemberHoursTest {

    private static final int TRIALS = 3_000;
    private static final LocalDate MAKE_UP_SATURDAY = LocalDate.of(2026, 10, 10);
    private static final LocalDate HOLIDAY = LocalDate.of(2026, 10, 1);
    private static final WorkCalendar CALENDAR = new WorkCalendar(year ->
            year <= 2027 ? Map.of(LocalDate.of(year, 1, 1), false, MAKE_UP_SATURDAY, true, HOLIDAY, false) : Map.of());

    @Test
    void neverOffersTwoVisitsThatMeetWalkIncludedAndEachWithinAWindow() {
        Random random = new Random(8520);
        int offered = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            MemberHours hours = anyHours(random);
            LocalDate day = anyDay(random);
            List<Cells> visits = hours.visitsOn(day, CALENDAR);
            for (int i = 0; i < visits.size(); i++) {
                Cells visit = visits.get(i);
                assertThat(hours.cover(visit, CALENDAR)).isTrue();
                assertThat(WorkCalendar.dayOf(visit.start())).isEqualTo(day);
                assertThat(visit.end())
                        .isBeforeOrEqualTo(
                                day.plusDays(1).atStartOfDay(WorkCalendar.ZONE).toInstant());
                if (i > 0) {
                    assertThat(visit.first())
                            .isGreaterThan(
                                    visits.get(i - 1).last() + hours.bounds().bufferCells());
                }
            }
            offered += visits.size();
        }
        System.out.printf("slot arithmetic: %d days, %d visits offered%n", TRIALS, offered);
        assertThat(offered).isGreaterThan(TRIALS);
    }

    /** Whatever is booked in whatever order, no cell and lane is taken twice, midnight and year's end included. */
    @Test
    void neverHoldsACellTwiceHoweverDaysFollowEachOther() {
        Random random = new Random(8521);
        for (int trial = 0; trial < 500; trial++) {
            MemberHours hours = anyHours(random);
            Set<List<Long>> held = new HashSet<>();
            LocalDate day = trial % 2 == 0 ? LocalDate.of(2026, 12, 31) : anyDay(random);
            List<Cells> wishes = new ArrayList<>(hours.visitsOn(day, CALENDAR));
            wishes.addAll(hours.visitsOn(day.plusDays(1), CALENDAR));
            wishes.addAll(List.copyOf(wishes)); // each is wanted by two
            java.util.Collections.shuffle(wishes, random);
            for (Cells wish : wishes) {
                Cells walked =
                        new Cells(wish.first(), wish.count() + hours.bounds().bufferCells());
                for (int lane = 0; lane < hours.bounds().capacity(); lane++) {
                    int in = lane;
                    if (walked.numbers().stream().noneMatch(cell -> held.contains(List.of(cell, (long) in)))) {
                        walked.numbers().forEach(cell -> assertThat(held.add(List.of(cell, (long) in)))
                                .isTrue());
                        break;
                    }
                }
            }
        }
    }

    @Test
    void offersTheLastQuartersOfADayAndOfAYear() {
        MemberHours late = hours(Map.of(DayOfWeek.THURSDAY, List.of(DayWindow.parse("23:45-24:00"))), Map.of(), 1, 1);
        LocalDate yearsEnd = LocalDate.of(2026, 12, 31);
        assertThat(late.visitsOn(yearsEnd, CALENDAR)).hasSize(1);
        assertThat(late.visitsOn(yearsEnd, CALENDAR).get(0).end())
                .isEqualTo(
                        LocalDate.of(2027, 1, 1).atStartOfDay(WorkCalendar.ZONE).toInstant());
        assertThat(hours(Map.of(DayOfWeek.THURSDAY, List.of(DayWindow.parse("23:45-24:00"))), Map.of(), 2, 1)
                        .visitsOn(yearsEnd, CALENDAR))
                .isEmpty();
    }

    @Test
    void worksOnAMakeUpSaturdayAndOnAHolidayOnlyIfTheMemberSaysSo() {
        Map<DayOfWeek, List<DayWindow>> monday = Map.of(DayOfWeek.MONDAY, List.of(DayWindow.parse("09:00-10:00")));
        assertThat(hours(monday, Map.of(), 2, 1).visitsOn(MAKE_UP_SATURDAY, CALENDAR))
                .hasSize(1);
        assertThat(hours(monday, Map.of(), 2, 1).visitsOn(HOLIDAY, CALENDAR)).isEmpty();
        assertThat(hours(monday, Map.of(HOLIDAY, List.of(DayWindow.parse("10:00-11:00"))), 2, 1)
                        .visitsOn(HOLIDAY, CALENDAR))
                .hasSize(1);
        assertThat(hours(monday, Map.of(MAKE_UP_SATURDAY, List.of()), 2, 1).visitsOn(MAKE_UP_SATURDAY, CALENDAR))
                .isEmpty();
    }

    @Test
    void offersNothingInAYearWithoutANotice() {
        LocalDate unannounced = LocalDate.of(2030, 3, 5);
        MemberHours hours = hours(
                Map.of(DayOfWeek.TUESDAY, List.of(DayWindow.parse("09:00-10:00"))),
                Map.of(unannounced, List.of(DayWindow.parse("09:00-10:00"))),
                2,
                1);
        assertThat(hours.visitsOn(unannounced, CALENDAR)).isEmpty();
        assertThat(hours.visitsOn(LocalDate.of(2026, 12, 1), CALENDAR)).hasSize(1);
    }

    /** China has no summer time since 1992: a day has 96 quarters. */
    @Test
    void cutsEachDayIntoTheSameQuarters() {
        DayWindow wholeDay = DayWindow.parse("00:00-24:00");
        for (LocalDate day = LocalDate.of(2020, 1, 1); day.getYear() < 2040; day = day.plusDays(1)) {
            assertThat(wholeDay.cellsOn(day).count()).isEqualTo(96);
            assertThat(wholeDay.cellsOn(day).end())
                    .isEqualTo(wholeDay.cellsOn(day.plusDays(1)).start());
            assertThat(day.atStartOfDay(WorkCalendar.ZONE).getOffset()).isEqualTo(ZoneOffset.ofHours(8));
        }
    }

    private static MemberHours anyHours(Random random) {
        Map<DayOfWeek, List<DayWindow>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, anyWindows(random));
        }
        return new MemberHours(
                new WeeklyRule(week),
                Map.of(anyDay(random), anyWindows(random)),
                new MemberHours.Bounds(
                        random.nextInt(1, 9),
                        random.nextInt(1, 17),
                        random.nextInt(0, 9),
                        Duration.ofHours(2),
                        Duration.ofDays(14)));
    }

    /** Up to four that do not overlap but may touch. */
    private static List<DayWindow> anyWindows(Random random) {
        List<DayWindow> windows = new ArrayList<>();
        int from = random.nextInt(0, 40) * 15;
        while (windows.size() < 4 && from < 1440) {
            int to = Math.min(1440, from + random.nextInt(1, 40) * 15);
            windows.add(new DayWindow(from, to));
            from = to + (random.nextBoolean() ? 0 : random.nextInt(1, 10) * 15);
        }
        return windows;
    }

    private static LocalDate anyDay(Random random) {
        return LocalDate.of(2026, 1, 1).plusDays(random.nextInt(730));
    }

    private static MemberHours hours(
            Map<DayOfWeek, List<DayWindow>> week, Map<LocalDate, List<DayWindow>> differing, int length, int walk) {
        return new MemberHours(
                new WeeklyRule(week),
                differing,
                new MemberHours.Bounds(1, length, walk, Duration.ofHours(2), Duration.ofDays(14)));
    }
}
