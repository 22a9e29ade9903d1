package cn.gridbell.request;

import cn.gridbell.staff.StaffId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The resident took a request back before it was answered.
 *
 * @param holder who held it, null if nobody did
 * @param turn   the version of the row after the change: tells two of a kind apart
 */
public record RequestWithdrawn(RequestId request, @Nullable StaffId holder, int turn, Instant at) {}
