package cn.gridbell.request;

import cn.gridbell.grid.GridId;
import cn.gridbell.platform.Cursor;
import cn.gridbell.platform.Page;
import cn.gridbell.platform.PageRequest;
import cn.gridbell.staff.StaffId;
import cn.gridbell.staff.StaffView;
import cn.gridbell.staff.UnitView;
import cn.gridbell.staff.Units;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The work lists of staff: open requests, soonest due first. */
@Component
class RequestBoxes {

    private final RequestMapper requests;
    private final RequestParties parties;
    private final RequestLines lines;
    private final Units units;
    private final Clock clock;

    RequestBoxes(RequestMapper requests, RequestParties parties, RequestLines lines, Units units, Clock clock) {
        this.requests = requests;
        this.parties = parties;
        this.lines = lines;
        this.units = units;
        this.clock = clock;
    }

    /** Which requests staff ask for. */
    enum Box {
        /** Those they answer for. */
        MINE,
        /** Those of the territories they serve. */
        GRID,
        /** Those their unit answers for. */
        UNIT,
        /** Those of their territories that are past their deadline. */
        OVERDUE
    }

    @Transactional(readOnly = true)
    Page<RequestLine> of(StaffId member, Box box, PageRequest page) {
        List<Request> rows = rows(member, box, page.from(Cursor.OLDEST), page.fetch());
        return Page.of(
                rows,
                page.size(),
                row -> new Cursor(row.dueAt(), row.requestId().value()),
                lines.each(rows));
    }

    /** Blue requests of their territories, and those the joint meeting has to decide. */
    @Transactional(readOnly = true)
    Page<RequestLine> agenda(StaffId member, PageRequest page) {
        List<Long> territories =
                parties.member(member).grids().stream().map(GridId::value).toList();
        List<Request> rows = territories.isEmpty()
                ? List.of()
                : requests.forMeetingWithin(territories, page.from(Cursor.OLDEST), page.fetch());
        return Page.of(
                rows,
                page.size(),
                row -> new Cursor(row.dueAt(), row.requestId().value()),
                lines.each(rows));
    }

    private List<Request> rows(StaffId member, Box box, Cursor after, int limit) {
        return switch (box) {
            case MINE -> requests.heldBy(member.value(), after, limit);
            case UNIT ->
                units.unitOf(member)
                        .map(UnitView::id)
                        .map(unit -> requests.heldByUnit(unit.value(), after, limit))
                        .orElse(List.of());
            case GRID, OVERDUE -> within(member, box, after, limit);
        };
    }

    private List<Request> within(StaffId member, Box box, Cursor after, int limit) {
        StaffView who = parties.member(member);
        List<Long> territories = who.grids().stream().map(GridId::value).toList();
        if (territories.isEmpty() || !RequestParties.worksOnTerritory(who)) {
            return List.of();
        }
        return box == Box.GRID
                ? requests.openWithin(territories, after, limit)
                : requests.overdueWithin(territories, clock.instant(), after, limit);
    }
}
