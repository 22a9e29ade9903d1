package cn.gridbell.request;

import cn.gridbell.resident.ResidentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else answers for a request from now, on the same level or below.
 *
 * @param turn the version of the row after the change: tells two of a kind apart
 */
public record RequestHandedOn(RequestId request, @Nullable ResidentId reporter, int turn, Instant at) {}
