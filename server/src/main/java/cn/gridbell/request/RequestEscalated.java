package cn.gridbell.request;

import cn.gridbell.resident.ResidentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request moved up one level.
 *
 * @param turn the version of the row after the change: tells two of a kind apart
 */
public record RequestEscalated(RequestId request, @Nullable ResidentId reporter, int turn, Instant at) {}
