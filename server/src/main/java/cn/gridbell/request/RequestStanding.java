package cn.gridbell.request;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a request stands after something happened to it.
 *
 * @param subState what it waits for while it is handled, null if nothing
 */
record RequestStanding(
        RequestId id,
        String number,
        RequestStatus status,
        String statusWords,
        @Nullable RequestSubState subState,
        @Nullable String subStateWords,
        Colour colour,
        String colourWords,
        Instant dueAt) {

    static RequestStanding of(Request request) {
        RequestSubState subState = request.stage().subState();
        return new RequestStanding(
                request.requestId(),
                request.number(),
                request.status(),
                request.status().words(),
                subState,
                subState == null ? null : subState.words(),
                request.colour(),
                request.colour().words(),
                request.dueAt());
    }
}
