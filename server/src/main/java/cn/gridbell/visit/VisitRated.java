package cn.gridbell.visit;

import cn.gridbell.resident.ResidentId;
import cn.gridbell.staff.StaffId;
import java.time.Instant;

/**
 * The resident said what they thought of the visit.
 *
 * @param turn the version of the row after the change: tells two of a kind apart
 */
public record VisitRated(VisitId visit, ResidentId resident, StaffId member, int turn, Instant at) {}
