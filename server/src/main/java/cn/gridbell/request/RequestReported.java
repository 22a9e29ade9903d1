package cn.gridbell.request;

import cn.gridbell.resident.ResidentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The district's answer to a request that was reported to it was recorded.
 *
 * @param turn the version of the row after the change: tells two of a kind apart
 */
public record RequestReported(RequestId request, @Nullable ResidentId reporter, int turn, Instant at) {}
