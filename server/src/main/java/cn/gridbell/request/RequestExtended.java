package cn.gridbell.request;

import cn.gridbell.resident.ResidentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The deadline was moved, once.
 *
 * @param turn the version of the row after the change: tells two of a kind apart
 */
public record RequestExtended(RequestId request, @Nullable ResidentId reporter, int turn, Instant at) {}
