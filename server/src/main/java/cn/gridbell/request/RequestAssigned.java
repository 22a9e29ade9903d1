package cn.gridbell.request;

import cn.gridbell.staff.StaffId;
import java.time.Instant;

/**
 * A request was given to somebody to handle.
 *
 * @param turn the version of the row after the change: tells two of a kind apart
 */
public record RequestAssigned(RequestId request, StaffId holder, int turn, Instant at) {}
