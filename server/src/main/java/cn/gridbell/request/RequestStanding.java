package cn.gridbell.request;

import java.time.Instant;

/** How a request stands after something happened to it. */
record RequestStanding(
        RequestId id,
        String number,
        RequestStatus status,
        String statusWords,
        Colour colour,
        String colourWords,
        Instant dueAt) {

    static RequestStanding of(Request request) {
        return new RequestStanding(
                request.requestId(),
                request.number(),
                request.status(),
                request.status().words(),
                request.colour(),
                request.colour().words(),
                request.dueAt());
    }
}
