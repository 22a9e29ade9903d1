package cn.gridbell.request;

import cn.gridbell.staff.StaffId;
import cn.gridbell.staff.UnitId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A coordination (联调) with its table, minutes and tasks.
 *
 * @param colour       the level that opened it
 * @param withResident whether the reporter takes part
 * @param outcome      null while it is open
 */
record CoordinationView(
        String id,
        RequestId requestId,
        Colour colour,
        String purpose,
        boolean withResident,
        List<Seat> participants,
        List<Minute> minutes,
        List<Task> tasks,
        Instant openedAt,
        @Nullable String outcome,
        @Nullable Instant closedAt) {

    /** Who takes part: a member or a unit. */
    record Seat(@Nullable StaffId memberId, @Nullable UnitId unitId, String name) {}

    /** A line of the minutes. */
    record Minute(String by, String words, Instant at) {}

    /** Who does what by when. */
    record Task(
            String id,
            Seat who,
            String what,
            Instant dueAt,
            @Nullable Instant doneAt) {}
}
