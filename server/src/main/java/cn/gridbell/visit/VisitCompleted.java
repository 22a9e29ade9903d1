package cn.gridbell.visit;

import cn.gridbell.resident.ResidentId;
import cn.gridbell.staff.StaffId;
import java.time.Instant;

/**
 * The visit is over and its outcome recorded.
 *
 * @param turn the version of the row after the change: tells two of a kind apart
 */
public record VisitCompleted(VisitId visit, ResidentId resident, StaffId member, int turn, Instant at) {}
