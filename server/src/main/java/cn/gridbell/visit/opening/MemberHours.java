package cn.gridbell.visit.opening;

import cn.gridbell.platform.calendar.WorkCalendar;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * When a member offers visits. A day that differs replaces the week's windows of that day, on a holiday too. A year whose holidays are not
 * announced offers nothing: nobody knows yet which of its days are worked.
 *
 * @param differing windows of the days that differ from the week; none: closed
 * @param bounds    the member's own, the street's where they set none
 */
public record MemberHours(WeeklyRule week, Map<LocalDate, List<DayWindow>> differing, Bounds bounds) {

    public MemberHours {
        differing = Map.copyOf(differing);
    }

    /**
     * @param capacity    visits at one time, 1 to 8
     * @param visitCells  quarters of an hour a visit lasts
     * @param bufferCells quarters of an hour held after a visit, 0 to 8
     */
    public record Bounds(int capacity, int visitCells, int bufferCells, Duration leastNotice, Duration horizon) {}

    /** The visits a day can hold, each with its walk before the next, in order. */
    public List<Cells> visitsOn(LocalDate day, WorkCalendar calendar) {
        List<Cells> visits = new ArrayList<>();
        for (DayWindow window : windowsOn(day, calendar)) {
            for (Cells visit : window.visitsOn(day, bounds.visitCells(), bounds.bufferCells())) {
                if (visits.isEmpty() || visits.get(visits.size() - 1).last() + bounds.bufferCells() < visit.first()) {
                    visits.add(visit);
                }
            }
        }
        return visits;
    }

    /** Whether a time lies within one window. */
    public boolean cover(Cells time, WorkCalendar calendar) {
        LocalDate day = WorkCalendar.dayOf(time.start());
        return windowsOn(day, calendar).stream()
                .map(window -> window.cellsOn(day))
                .anyMatch(window -> window.first() <= time.first() && time.last() <= window.last());
    }

    private List<DayWindow> windowsOn(LocalDate day, WorkCalendar calendar) {
        if (!calendar.announced(day.getYear())) {
            return List.of();
        }
        List<DayWindow> own = differing.get(day);
        return (own == null ? week.windowsOn(day, calendar) : own)
                .stream().sorted(Comparator.comparingInt(DayWindow::fromMinute)).toList();
    }
}
