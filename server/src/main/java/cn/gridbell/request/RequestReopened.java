package cn.gridbell.request;

import cn.gridbell.resident.ResidentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The resident says it is not solved: back to assigned, one level up.
 *
 * @param turn the version of the row after the change: tells two of a kind apart
 */
public record RequestReopened(RequestId request, @Nullable ResidentId reporter, int turn, Instant at) {}
