package cn.gridbell.request;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request in a list.
 *
 * @param overdue open and past its deadline
 */
record RequestLine(
        RequestId id,
        String number,
        CategoryName category,
        String description,
        RequestStatus status,
        String statusWords,
        Colour colour,
        String colourWords,
        RequestHolder holder,
        Instant submittedAt,
        Instant dueAt,
        boolean overdue,
        @Nullable Closure closure) {}
