package cn.gridbell.request;

import cn.gridbell.grid.GridId;
import cn.gridbell.grid.GridView;
import cn.gridbell.grid.Grids;
import cn.gridbell.platform.InvalidInput;
import cn.gridbell.platform.calendar.WorkCalendar;
import cn.gridbell.platform.geo.GeoPoint;
import cn.gridbell.request.category.RequestCategories;
import cn.gridbell.request.category.RequestCategory;
import cn.gridbell.request.routing.RouteTarget;
import cn.gridbell.request.routing.RoutingTable;
import cn.gridbell.staff.StaffId;
import cn.gridbell.staff.StaffMembers;
import cn.gridbell.staff.StaffView;
import cn.gridbell.staff.UnitId;
import cn.gridbell.staff.UnitView;
import cn.gridbell.staff.Units;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Territory and level lead to the person who answers, category and level to the time there is. Where a post is vacant the level above stands
 * in; the colour stays.
 */
@Component
class RequestRouting {

    private static final Duration TIME_OF_FORGOTTEN_CATEGORIES = Duration.ofHours(14);

    private final StaffMembers staff;
    private final RequestCategories categories;
    private final WorkCalendar calendar;
    private final Grids grids;
    private final Units units;
    private final RoutingTable table;

    RequestRouting(
            StaffMembers staff,
            RequestCategories categories,
            WorkCalendar calendar,
            Grids grids,
            Units units,
            RoutingTable table) {
        this.grids = grids;
        this.units = units;
        this.table = table;
        this.staff = staff;
        this.categories = categories;
        this.calendar = calendar;
    }

    /** The first holder of a new request: as the routing table says, else whoever answers for the grid. */
    Route first(RequestDraft draft, Instant now) {
        RequestCategory category = draft.category();
        Colour level = category.firstColour();
        Instant due = calendar.after(now, category.timeAt(level));
        return byTable(category, draft.grid(), draft.place(), level, due);
    }

    /** Who screens a request that says nothing clear: the grid lead, or the first level above whose post is filled. */
    Route screening(RequestDraft draft, Instant now) {
        Colour level = draft.category().firstColour();
        Instant due = calendar.after(now, draft.category().timeAt(level));
        return staff.leadOf(draft.grid())
                .map(lead -> new Route(level, lead, null, false, due))
                .orElseGet(() -> {
                    Route above = route(draft.grid(), Colour.YELLOW, null, due);
                    return new Route(level, above.holder(), null, true, due);
                });
    }

    /** Whoever the routing table names for a category, after a person said which it is. */
    Route as(RequestCategory category, Request request) {
        return byTable(category, request.grid(), request.place(), request.colour(), request.dueAt());
    }

    /** When a request has to be answered if it is of this category: from its submission, as if that had been clear from the start. */
    Instant dueAs(RequestCategory category, Request request) {
        Colour level =
                category.firstColour().compareTo(request.colour()) > 0 ? category.firstColour() : request.colour();
        return calendar.after(request.submittedAt(), category.timeAt(level));
    }

    private Route byTable(RequestCategory category, GridId grid, @Nullable GeoPoint place, Colour level, Instant due) {
        return table.targetFor(pathOf(grid, place), category.code(), category.parent())
                .flatMap(target -> byTable(target, grid, level, due))
                .orElseGet(() -> route(grid, level, null, due));
    }

    /**
     * Whom a person names. The level and the deadline stay.
     *
     * @throws InvalidInput 400 unless it is one member who serves the grid, or one unit
     */
    Route to(Request request, @Nullable StaffId member, @Nullable UnitId unit) {
        if ((member == null) == (unit == null)) {
            throw InvalidInput.of("memberId", "请选择交给一位工作人员，或者一个单位。");
        }
        Optional<Route> route = member == null
                ? unitRoute(unit, request.colour(), request.dueAt())
                : staff.find(member)
                        .filter(found -> RequestParties.worksOnTerritory(found) && staff.serves(member, request.grid()))
                        .map(found -> new Route(request.colour(), found, null, false, request.dueAt()));
        return route.orElseThrow(() -> member == null
                ? InvalidInput.of("unitId", "没有这个单位，请从列表中选择。")
                : InvalidInput.of("memberId", "这位工作人员不负责这个网格，请从列表中选择。"));
    }

    /** Whoever the territory names at the level it stands, but not the one who gives it back; a level above stands in. */
    Route back(Request request) {
        return route(request.grid(), request.colour(), request.holder(), request.dueAt());
    }

    /** The level below, never the person who answered. */
    Route down(Request request, Colour level) {
        return route(request.grid(), level, request.answeredBy(), request.dueAt());
    }

    /** @param workingHours that much after the deadline there was */
    Instant extended(Request request, int workingHours) {
        return calendar.after(request.dueAt(), Duration.ofHours(workingHours));
    }

    private Optional<Route> byTable(RouteTarget target, GridId grid, Colour level, Instant due) {
        return switch (target.kind()) {
            case GRID_MEMBER -> Optional.empty();
            case COMMUNITY -> holderAt(grid, Colour.YELLOW).map(holder -> new Route(level, holder, null, false, due));
            case UNIT -> unitRoute(target.unitId() == null ? null : new UnitId(target.unitId()), level, due);
        };
    }

    private Optional<Route> unitRoute(@Nullable UnitId unit, Colour level, Instant due) {
        return Optional.ofNullable(unit)
                .flatMap(units::find)
                .filter(UnitView::active)
                .map(found -> new Route(level, units.leadOf(found.id()).orElse(null), found, false, due));
    }

    /** From the building's micro-grid, where the place shows one of this grid, up to the street. */
    private List<Long> pathOf(GridId grid, @Nullable GeoPoint place) {
        GridId smallest = Optional.ofNullable(place)
                .flatMap(grids::microGridAt)
                .map(GridView::id)
                .filter(micro -> grids.pathOf(micro).stream()
                        .anyMatch(above -> above.id().equals(grid)))
                .orElse(grid);
        return grids.pathOf(smallest).stream().map(at -> at.id().value()).toList();
    }

    /**
     * One level up. The clock runs on: the new level's time follows the old deadline, or the present if that has passed, so that it is neither
     * lost nor started again.
     */
    Route up(Request request, Instant now) {
        Instant from = request.dueAt().isAfter(now) ? request.dueAt() : now;
        Colour level = request.nextColour();
        return route(request.grid(), level, null, calendar.after(from, timeOf(request, level)));
    }

    /** Where a contested answer goes: one level up, never to the person who gave it. */
    Route reopened(Request request, Instant now) {
        Colour level = request.colour().upOrTop();
        return route(request.grid(), level, request.answeredBy(), calendar.after(now, timeOf(request, level)));
    }

    private Duration timeOf(Request request, Colour level) {
        return categories
                .find(request.category())
                .map(category -> category.timeAt(level))
                .orElse(TIME_OF_FORGOTTEN_CATEGORIES);
    }

    private Route route(GridId grid, Colour level, @Nullable StaffId except, Instant due) {
        Optional<Colour> at = Optional.of(level);
        while (at.isPresent()) {
            Optional<StaffView> holder =
                    holderAt(grid, at.get()).filter(found -> !found.id().equals(except));
            if (holder.isPresent()) {
                return new Route(level, holder.get(), null, at.get() != level, due);
            }
            at = at.get().up();
        }
        return new Route(level, null, null, true, due);
    }

    private Optional<StaffView> holderAt(GridId grid, Colour colour) {
        return colour.level().map(level -> staff.holderAt(grid, level)).orElseGet(staff::districtHolder);
    }
}
