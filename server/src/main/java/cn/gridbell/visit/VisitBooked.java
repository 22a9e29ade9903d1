package cn.gridbell.visit;

import cn.gridbell.resident.ResidentId;
import cn.gridbell.staff.StaffId;
import java.time.Instant;

/**
 * A resident booked a visit; the member is asked to confirm.
 *
 * @param turn the version of the row after the change: tells two of a kind apart
 */
public record VisitBooked(VisitId visit, ResidentId resident, StaffId member, int turn, Instant at) {}
