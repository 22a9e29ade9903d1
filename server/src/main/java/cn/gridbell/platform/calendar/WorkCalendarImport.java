package cn.gridbell.platform.calendar;

import cn.gridbell.platform.InvalidInput;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Takes a year's notice. Deadlines that were set before stay as they were told. */
@Component
class WorkCalendarImport {

    private static final int FIRST_YEAR = 2024;
    private static final int LAST_YEAR = 2099;

    private final WorkDayMapper days;
    private final WorkCalendar calendar;

    WorkCalendarImport(WorkDayMapper days, WorkCalendar calendar) {
        this.days = days;
        this.calendar = calendar;
    }

    /** Replaces what was known of the year. @throws InvalidInput 400 for a day of another year, one said twice, or one that says nothing new */
    @Transactional
    void take(int year, List<AnnounceYear.Day> announced) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw InvalidInput.of("year", "年份须在2024到2099之间。");
        }
        Set<LocalDate> seen = new HashSet<>();
        for (AnnounceYear.Day day : announced) {
            if (day.day().getYear() != year) {
                throw InvalidInput.of("days", day.day() + "不在" + year + "年，请检查。");
            }
            if (!seen.add(day.day())) {
                throw InvalidInput.of("days", day.day() + "写了两次，请删去一行。");
            }
            if (Boolean.TRUE.equals(day.working()) && day.day().getDayOfWeek().getValue() <= 5) {
                throw InvalidInput.of("days", day.day() + "本来就是工作日，不是调休上班，请检查。");
            }
        }
        days.clear(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        announced.forEach(day -> days.insert(
                day.day(), Boolean.TRUE.equals(day.working()), day.name().strip()));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                calendar.refresh();
            }
        });
    }
}
