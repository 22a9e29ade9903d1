package cn.gridbell.request.figures;

import cn.gridbell.grid.GridId;
import cn.gridbell.grid.Grids;
import cn.gridbell.platform.InvalidInput;
import cn.gridbell.platform.calendar.WorkCalendar;
import cn.gridbell.staff.StaffId;
import cn.gridbell.staff.StaffMembers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts by grid and period, of the territories a staff member serves. */
@Component
class RequestFigures {

    private static final int LONGEST_DAYS = 366;
    private static final int USUAL_DAYS = 30;

    private final FigureMapper figures;
    private final StaffMembers staff;
    private final Grids grids;
    private final Clock clock;

    RequestFigures(FigureMapper figures, StaffMembers staff, Grids grids, Clock clock) {
        this.figures = figures;
        this.staff = staff;
        this.grids = grids;
        this.clock = clock;
    }

    /**
     * @param from first day, null: the last 30 days
     * @param to last day, null: today
     * @throws InvalidInput 400
     */
    List<GridFigures> of(StaffId member, @Nullable LocalDate from, @Nullable LocalDate to) {
        LocalDate last = to == null ? WorkCalendar.dayOf(clock.instant()) : to;
        LocalDate first = from == null ? last.minusDays(USUAL_DAYS - 1) : from;
        if (first.isAfter(last)
                || first.plusDays(LONGEST_DAYS).isBefore(last)
                || first.getYear() < 2000
                || last.getYear() > 2037) {
            throw InvalidInput.of("from", "请选择一年以内的起止日期，起始日期不能晚于结束日期。");
        }
        List<Long> territories =
                staff.require(member).grids().stream().map(GridId::value).toList();
        if (territories.isEmpty()) {
            return List.of();
        }
        return figures
                .ofPeriod(
                        territories,
                        first.atStartOfDay(WorkCalendar.ZONE).toInstant(),
                        last.plusDays(1).atStartOfDay(WorkCalendar.ZONE).toInstant(),
                        clock.instant())
                .stream()
                .map(this::named)
                .toList();
    }

    private GridFigures named(FigureRow row) {
        GridId grid = new GridId(row.gridId());
        return new GridFigures(
                grid,
                grids.require(grid).name(),
                row.submitted(),
                row.open(),
                row.solved(),
                row.partly(),
                row.refused(),
                row.transferred(),
                row.merged(),
                row.withdrawn(),
                row.rejected(),
                row.overdue(),
                row.rated(),
                row.average() == null ? null : Math.round(row.average() * 100) / 100.0,
                row.unrated());
    }
}
