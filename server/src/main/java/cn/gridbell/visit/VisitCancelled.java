package cn.gridbell.visit;

import cn.gridbell.resident.ResidentId;
import cn.gridbell.staff.StaffId;
import java.time.Instant;

/**
 * The visit was called off by one side.
 *
 * @param byResident true if the resident called it off, false for the staff: the other side is told
 * @param turn       the version of the row after the change: tells two of a kind apart
 */
public record VisitCancelled(
        VisitId visit, ResidentId resident, StaffId member, boolean byResident, int turn, Instant at) {}
