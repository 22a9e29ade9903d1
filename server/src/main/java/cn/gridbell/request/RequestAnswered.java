package cn.gridbell.request;

import cn.gridbell.resident.ResidentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The holder answered; the resident may rate.
 *
 * @param turn the version of the row after the change: tells two of a kind apart
 */
public record RequestAnswered(RequestId request, @Nullable ResidentId reporter, int turn, Instant at) {}
