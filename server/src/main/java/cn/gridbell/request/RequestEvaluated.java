package cn.gridbell.request;

import cn.gridbell.resident.ResidentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The resident rated the answer.
 *
 * @param turn the version of the row after the change: tells two of a kind apart
 */
public record RequestEvaluated(RequestId request, @Nullable ResidentId reporter, int stars, int turn, Instant at) {}
