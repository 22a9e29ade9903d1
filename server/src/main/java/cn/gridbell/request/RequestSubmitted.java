package cn.gridbell.request;

import cn.gridbell.resident.ResidentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request was submitted and given a number.
 *
 * @param turn the version of the row after the change: tells two of a kind apart
 */
public record RequestSubmitted(RequestId request, @Nullable ResidentId reporter, int turn, Instant at) {}
