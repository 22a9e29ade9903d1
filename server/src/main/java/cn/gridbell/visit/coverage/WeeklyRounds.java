package cn.gridbell.visit.coverage;

import cn.gridbell.platform.calendar.WorkCalendar;
import cn.gridbell.platform.security.Caller;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The weekly round of seconded staff (下沉人员): so many doors a week, less for each working day they are on leave, none in a week with a public
 * holiday.
 */
@Component
class WeeklyRounds {

    private static final int WORKING_DAYS = 5;

    private final KnockMapper knocks;
    private final KnockWishes wishes;
    private final WorkCalendar calendar;
    private final CoverageProperties properties;
    private final Absences absences;

    WeeklyRounds(
            KnockMapper knocks,
            KnockWishes wishes,
            WorkCalendar calendar,
            CoverageProperties properties,
            Absences absences) {
        this.knocks = knocks;
        this.wishes = wishes;
        this.calendar = calendar;
        this.properties = properties;
        this.absences = absences;
    }

    /**
     * @param monday      of the week
     * @param workingDays days of the week that count
     * @param asked       doors
     * @param done        doors knocked at, each once a day
     */
    record Week(LocalDate monday, LocalDate sunday, int workingDays, int asked, int done, String words) {}

    @Transactional
    Week of(Caller caller, @Nullable LocalDate day) {
        LocalDate monday =
                (day == null ? wishes.today() : day).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate sunday = monday.plusDays(6);
        boolean holiday = IntStream.range(0, WORKING_DAYS).anyMatch(i -> !calendar.isWorkingDay(monday.plusDays(i)));
        int days = holiday
                ? 0
                : (int) IntStream.range(0, WORKING_DAYS)
                        .filter(i -> !absences.isAway(CoverageParties.member(caller), monday.plusDays(i)))
                        .count();
        int asked = (properties.weeklyDoors() * days + WORKING_DAYS - 1) / WORKING_DAYS;
        int done = knocks.doorsOf(caller.requireStaffId(), monday, sunday);
        return new Week(monday, sunday, days, asked, done, words(holiday, days, asked, done));
    }

    private static String words(boolean holiday, int days, int asked, int done) {
        if (holiday) {
            return "本周有法定节假日，不安排敲门走访。";
        }
        if (days == 0) {
            return "您本周请假，不安排敲门走访。";
        }
        return done >= asked ? "本周已完成。" : "本周还差" + (asked - done) + "户。";
    }
}
