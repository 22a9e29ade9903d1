package cn.gridbell.visit;

import cn.gridbell.resident.ResidentId;
import cn.gridbell.staff.StaffId;
import java.time.Instant;

/**
 * Another member goes to the door, at the same time.
 *
 * @param member who goes now
 * @param former who would have gone
 * @param turn   the version of the row after the change: tells two of a kind apart
 */
public record VisitReassigned(
        VisitId visit, ResidentId resident, StaffId member, StaffId former, int turn, Instant at) {}
