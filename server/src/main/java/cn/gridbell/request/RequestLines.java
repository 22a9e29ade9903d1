package cn.gridbell.request;

import cn.gridbell.platform.calendar.WorkCalendar;
import cn.gridbell.request.category.RequestCategories;
import cn.gridbell.request.following.Followers;
import cn.gridbell.staff.StaffId;
import cn.gridbell.staff.StaffMembers;
import cn.gridbell.staff.StaffView;
import cn.gridbell.staff.UnitId;
import cn.gridbell.staff.UnitView;
import cn.gridbell.staff.Units;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A request in a line: what lists show of it, and who answers for it. */
@Component
class RequestLines {

    private final RequestCategories categories;
    private final StaffMembers staff;
    private final Units units;
    private final WorkCalendar calendar;
    private final Followers followers;
    private final Clock clock;

    RequestLines(
            RequestCategories categories,
            StaffMembers staff,
            Units units,
            WorkCalendar calendar,
            Followers followers,
            Clock clock) {
        this.calendar = calendar;
        this.categories = categories;
        this.staff = staff;
        this.units = units;
        this.followers = followers;
        this.clock = clock;
    }

    /** Looks each holder up once a list, and all supporters at once. */
    Function<Request, RequestLine> each(Collection<Request> rows) {
        Instant now = clock.instant();
        Map<Long, Integer> supporters = followers.counts(
                rows.stream().map(row -> row.requestId().value()).toList());
        Map<Assignee, RequestHolder> holders = new HashMap<>();
        return row -> line(
                row,
                holders.computeIfAbsent(row.assignee(), this::holder),
                supporters.getOrDefault(row.requestId().value(), 0),
                now);
    }

    /** Who answers, as residents see it. */
    RequestHolder holder(Assignee assignee) {
        return RequestHolder.of(unitOf(assignee.unit()), memberOf(assignee.staff()));
    }

    /** Whether a deadline lies in a year whose holidays are not announced yet. */
    boolean isProvisional(Instant due) {
        return !calendar.isCertain(due);
    }

    /** Role or unit and name, for example 网格员 张三. */
    String title(Assignee assignee) {
        return TimelineWords.nameOf(unitOf(assignee.unit()), memberOf(assignee.staff()));
    }

    private RequestLine line(Request row, RequestHolder holder, int supporters, Instant now) {
        RequestSubState subState = row.stage().subState();
        return new RequestLine(
                row.requestId(),
                row.number(),
                new CategoryName(row.category(), categories.nameOf(row.category())),
                row.description(),
                row.status(),
                row.status().words(),
                subState,
                subState == null ? null : subState.words(),
                row.colour(),
                row.colour().words(),
                holder,
                row.submittedAt(),
                row.dueAt(),
                isProvisional(row.dueAt()),
                row.isOverdue(now),
                row.closure(),
                supporters,
                null);
    }

    private @Nullable StaffView memberOf(@Nullable StaffId member) {
        return member == null ? null : staff.find(member).orElse(null);
    }

    private @Nullable UnitView unitOf(@Nullable UnitId unit) {
        return unit == null ? null : units.find(unit).orElse(null);
    }
}
