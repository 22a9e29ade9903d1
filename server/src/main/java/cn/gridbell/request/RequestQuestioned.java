package cn.gridbell.request;

import cn.gridbell.resident.ResidentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The resident was asked something.
 *
 * @param turn the version of the row after the change: tells two of a kind apart
 */
public record RequestQuestioned(RequestId request, @Nullable ResidentId reporter, int turn, Instant at) {}
