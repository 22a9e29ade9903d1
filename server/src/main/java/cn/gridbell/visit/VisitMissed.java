package cn.gridbell.visit;

import cn.gridbell.resident.ResidentId;
import cn.gridbell.staff.StaffId;
import java.time.Instant;

/**
 * A confirmed visit to which nobody came.
 *
 * @param turn the version of the row after the change: tells two of a kind apart
 */
public record VisitMissed(VisitId visit, ResidentId resident, StaffId member, int turn, Instant at) {}
