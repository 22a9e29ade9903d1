package cn.gridbell.request;

import cn.gridbell.grid.GridId;
import cn.gridbell.platform.calendar.WorkCalendar;
import cn.gridbell.request.category.RequestCategories;
import cn.gridbell.request.category.RequestCategory;
import cn.gridbell.staff.StaffId;
import cn.gridbell.staff.StaffMembers;
import cn.gridbell.staff.StaffView;
import java.time.Duration;
import java.time.Instant;
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

    RequestRouting(StaffMembers staff, RequestCategories categories, WorkCalendar calendar) {
        this.staff = staff;
        this.categories = categories;
        this.calendar = calendar;
    }

    /** The first holder of a new request. */
    Route first(GridId grid, RequestCategory category, Instant now) {
        Colour level = category.firstColour();
        return route(grid, level, null, calendar.after(now, category.timeAt(level)));
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
        Colour level = request.reopenedColour();
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
