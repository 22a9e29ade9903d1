package cn.gridbell.visit.opening;

import cn.gridbell.platform.calendar.WorkCalendar;
import cn.gridbell.staff.StaffId;
import cn.gridbell.visit.opening.HoursMapper.DayRow;
import cn.gridbell.visit.opening.HoursMapper.HoursRow;
import cn.gridbell.visit.opening.HoursMapper.WeekdayRow;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** The hours of each member, as they said and as they hold. */
@Component
public class Timetables {

    private static final int QUARTER = 15;

    private final HoursMapper hours;
    private final StreetHours street;
    private final Clock clock;

    Timetables(HoursMapper hours, StreetHours street, Clock clock) {
        this.hours = hours;
        this.street = street;
        this.clock = clock;
    }

    /** What holds for a member from today on. */
    public MemberHours hoursOf(StaffId member) {
        HoursRow row = hours.find(member.value());
        List<WeekdayRow> week = hours.week(member.value());
        boolean ownWeek = row == null ? !week.isEmpty() : row.ownWeek();
        return new MemberHours(ownWeek ? rule(week) : street.week(), differing(member), bounds(row));
    }

    /** How much and how far ahead a member can be booked; read alone, without the days. */
    public MemberHours.Bounds boundsOf(StaffId member) {
        return bounds(hours.find(member.value()));
    }

    /** What the member said, days past left out. */
    public Availability said(StaffId member) {
        HoursRow row = hours.find(member.value());
        List<WeekdayRow> week = hours.week(member.value());
        boolean ownWeek = row == null ? !week.isEmpty() : row.ownWeek();
        Integer buffer = row == null ? null : row.bufferCells();
        return new Availability(
                ownWeek ? week.stream().map(Timetables::weekday).toList() : null,
                differing(member).entrySet().stream()
                        .map(day -> new Availability.DifferentDay(
                                day.getKey(),
                                day.getValue().stream()
                                        .map(window -> new Availability.Window(window.from(), window.to()))
                                        .toList()))
                        .toList(),
                row == null ? null : row.capacity(),
                buffer == null ? null : buffer * QUARTER,
                row == null ? null : row.leastNoticeMinutes(),
                row == null ? null : row.horizonDays(),
                row == null ? 0 : row.version());
    }

    /**
     * Replaces what the member said. Part of the caller's transaction.
     *
     * @throws cn.gridbell.platform.InvalidInput 400
     * @throws HoursChanged 409
     */
    public void replace(StaffId member, Availability said, StaffId by) {
        said.check();
        long id = member.value();
        Integer buffer = said.bufferMinutes();
        HoursRow row = new HoursRow(
                said.weekly() != null,
                said.capacity(),
                buffer == null ? null : buffer / QUARTER,
                said.leastNoticeMinutes(),
                said.horizonDays(),
                said.version());
        write(id, row, by.value());
        hours.forgetWeek(id);
        hours.forgetDiffering(id);
        if (said.weekly() != null) {
            said.weekly().forEach(day -> {
                DayWindow window = DayWindow.between(day.from(), day.to());
                hours.addWeekday(id, new WeekdayRow(day.weekday(), window.fromMinute(), window.toMinute()));
            });
        }
        said.overrides().forEach(day -> keep(id, day));
    }

    private void write(long member, HoursRow row, long by) {
        if (row.version() > 0) {
            if (hours.update(member, row, by, clock.instant()) != 1) {
                throw new HoursChanged();
            }
            return;
        }
        try {
            hours.insert(member, row, by, clock.instant());
        } catch (DuplicateKeyException e) {
            throw new HoursChanged();
        }
    }

    private void keep(long member, Availability.DifferentDay day) {
        if (day.windows().isEmpty()) {
            hours.addDay(member, new DayRow(day.day(), 0, 0));
        }
        day.windows().forEach(text -> {
            DayWindow window = DayWindow.between(text.from(), text.to());
            hours.addDay(member, new DayRow(day.day(), window.fromMinute(), window.toMinute()));
        });
    }

    private Map<LocalDate, List<DayWindow>> differing(StaffId member) {
        Map<LocalDate, List<DayWindow>> days = new LinkedHashMap<>();
        for (DayRow row : hours.differing(member.value(), WorkCalendar.dayOf(clock.instant()))) {
            List<DayWindow> windows = days.computeIfAbsent(row.day(), day -> new ArrayList<>());
            if (row.toMinute() > 0) {
                windows.add(new DayWindow(row.fromMinute(), row.toMinute()));
            }
        }
        return days;
    }

    private MemberHours.Bounds bounds(@Nullable HoursRow row) {
        if (row == null) {
            return new MemberHours.Bounds(
                    street.capacity(),
                    street.visitCells(),
                    street.bufferCells(),
                    street.leastNotice(),
                    street.horizon());
        }
        return new MemberHours.Bounds(
                row.capacity() == null ? street.capacity() : row.capacity(),
                street.visitCells(),
                row.bufferCells() == null ? street.bufferCells() : row.bufferCells(),
                row.leastNoticeMinutes() == null ? street.leastNotice() : Duration.ofMinutes(row.leastNoticeMinutes()),
                row.horizonDays() == null ? street.horizon() : Duration.ofDays(row.horizonDays()));
    }

    private static WeeklyRule rule(List<WeekdayRow> rows) {
        Map<DayOfWeek, List<DayWindow>> windows = new EnumMap<>(DayOfWeek.class);
        rows.forEach(row -> windows.computeIfAbsent(DayOfWeek.of(row.weekday()), day -> new ArrayList<>())
                .add(new DayWindow(row.fromMinute(), row.toMinute())));
        return new WeeklyRule(windows);
    }

    private static Availability.Weekday weekday(WeekdayRow row) {
        DayWindow window = new DayWindow(row.fromMinute(), row.toMinute());
        return new Availability.Weekday(row.weekday(), window.from(), window.to());
    }
}
