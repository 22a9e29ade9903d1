package cn.gridbell.request;

import cn.gridbell.resident.ResidentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The holder took the request on.
 *
 * @param turn the version of the row after the change: tells two of a kind apart
 */
public record RequestAccepted(RequestId request, @Nullable ResidentId reporter, int turn, Instant at) {}
