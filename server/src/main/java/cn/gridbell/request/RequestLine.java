package cn.gridbell.request;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request in a list.
 *
 * @param subState what it waits for while it is handled, null if nothing
 * @param dueAtProvisional in a year whose holidays are not announced yet
 * @param overdue open and past its deadline
 */
record RequestLine(
        RequestId id,
        String number,
        CategoryName category,
        String description,
        RequestStatus status,
        String statusWords,
        @Nullable RequestSubState subState,
        @Nullable String subStateWords,
        Colour colour,
        String colourWords,
        RequestHolder holder,
        Instant submittedAt,
        Instant dueAt,
        boolean dueAtProvisional,
        boolean overdue,
        @Nullable Closure closure) {}
