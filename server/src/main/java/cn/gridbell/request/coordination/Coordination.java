package cn.gridbell.request.coordination;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Several parties at one table about one request.
 *
 * @param colour       name of the level that opened it
 * @param withResident whether the reporter takes part
 * @param outcome      null while it is open
 */
public record Coordination(
        long id,
        long requestId,
        String colour,
        long openedByStaffId,
        String purpose,
        boolean withResident,
        Instant openedAt,
        @Nullable String outcome,
        @Nullable Instant closedAt) {

    public boolean isOpen() {
        return closedAt == null;
    }

    /** Who takes part: a staff member or a unit, the other one is null. */
    public record Party(@Nullable Long staffId, @Nullable Long unitId) {}

    /** A line of the minutes. */
    public record Note(long staffId, String words, Instant writtenAt) {}

    /** Who does what, by when. */
    public record Task(
            long id,
            @Nullable Long staffId,
            @Nullable Long unitId,
            String what,
            Instant dueAt,
            @Nullable Instant doneAt) {}
}
