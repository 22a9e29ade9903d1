package cn.gridbell.visit.opening;

import cn.gridbell.platform.calendar.WorkCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * When a member offers visits, by day of the week.
 *
 * <p>A holiday on a weekday offers nothing. A make-up working day on a weekend (调休) works like that weekday if there are windows for it, else
 * like a Monday. A free weekend day offers the windows a member chose for it.
 */
public record WeeklyRule(Map<DayOfWeek, List<DayWindow>> windows) {

    public WeeklyRule {
        Map<DayOfWeek, List<DayWindow>> copy = new EnumMap<>(DayOfWeek.class);
        windows.forEach((day, list) -> copy.put(day, List.copyOf(list)));
        windows = copy;
    }

    public List<DayWindow> windowsOn(LocalDate day, WorkCalendar calendar) {
        List<DayWindow> usual = on(day.getDayOfWeek());
        boolean weekend = day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue();
        boolean working = calendar.isWorkingDay(day);
        if (weekend) {
            return working && usual.isEmpty() ? on(DayOfWeek.MONDAY) : usual;
        }
        return working ? usual : List.of();
    }

    private List<DayWindow> on(DayOfWeek day) {
        return windows.getOrDefault(day, List.of());
    }
}
