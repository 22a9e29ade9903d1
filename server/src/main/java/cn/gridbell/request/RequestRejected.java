package cn.gridbell.request;

import cn.gridbell.resident.ResidentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request was turned away at screening; its result says where to go.
 *
 * @param turn the version of the row after the change: tells two of a kind apart
 */
public record RequestRejected(RequestId request, @Nullable ResidentId reporter, int turn, Instant at) {}
