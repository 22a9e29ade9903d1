package cn.gridbell.visit.opening;

import cn.gridbell.platform.calendar.WorkCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a day in Asia/Shanghai in which visits are offered.
 *
 * @param fromMinute minute of the day, 0 to 1425, a quarter
 * @param toMinute   15 to 1440, a quarter; 1440 is midnight at the end of the day
 */
public record DayWindow(int fromMinute, int toMinute) {

    private static final int DAY = 24 * 60;
    private static final int QUARTER = 15;
    private static final Pattern TIME = Pattern.compile("(\\d{2}):(\\d{2})");

    public DayWindow {
        if (fromMinute < 0
                || toMinute > DAY
                || fromMinute >= toMinute
                || fromMinute % QUARTER != 0
                || toMinute % QUARTER != 0) {
            throw new IllegalArgumentException("no window of quarters within a day: " + fromMinute + " to " + toMinute);
        }
    }

    /**
     * @param text for example {@code 09:00-11:30}; {@code 24:00} is the end of the day
     * @throws IllegalArgumentException if it is no window of quarters
     */
    public static DayWindow parse(String text) {
        int dash = text.indexOf('-');
        if (dash < 0) {
            throw new IllegalArgumentException("no window: " + text);
        }
        return between(text.substring(0, dash), text.substring(dash + 1));
    }

    /** @throws IllegalArgumentException if it is no window of quarters */
    public static DayWindow between(String from, String to) {
        return new DayWindow(minute(from), minute(to));
    }

    public String from() {
        return text(fromMinute);
    }

    public String to() {
        return text(toMinute);
    }

    /**
     * The times a visit can start on a day: one after the other, each followed by its walk, so that taking one never spoils the next.
     *
     * @param visitCells  how many cells a visit lasts; it ends within the window
     * @param bufferCells how many cells the walk to the next door takes; the last one may leave the window
     */
    public List<Cells> visitsOn(LocalDate day, int visitCells, int bufferCells) {
        List<Cells> visits = new ArrayList<>();
        Instant midnight = day.atStartOfDay(WorkCalendar.ZONE).toInstant();
        Instant end = midnight.plusSeconds(toMinute * 60L);
        Cells next = Cells.from(midnight.plusSeconds(fromMinute * 60L), visitCells);
        while (!next.end().isAfter(end)) {
            visits.add(next);
            next = new Cells(next.first() + visitCells + bufferCells, visitCells);
        }
        return visits;
    }

    /** All of its quarters on a day. */
    public Cells cellsOn(LocalDate day) {
        Instant midnight = day.atStartOfDay(WorkCalendar.ZONE).toInstant();
        return Cells.from(midnight.plusSeconds(fromMinute * 60L), (toMinute - fromMinute) / QUARTER);
    }

    public boolean overlaps(DayWindow other) {
        return fromMinute < other.toMinute && other.fromMinute < toMinute;
    }

    private static int minute(String time) {
        Matcher match = TIME.matcher(time);
        if (!match.matches() || Integer.parseInt(match.group(2)) > 59) {
            throw new IllegalArgumentException("no time of day");
        }
        return Integer.parseInt(match.group(1)) * 60 + Integer.parseInt(match.group(2));
    }

    private static String text(int minute) {
        return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
    }
}
