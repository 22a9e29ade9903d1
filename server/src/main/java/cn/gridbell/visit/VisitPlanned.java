package cn.gridbell.visit;

import cn.gridbell.resident.ResidentId;
import cn.gridbell.staff.StaffId;
import java.time.Instant;

/**
 * Staff plan a visit the resident did not ask for.
 *
 * @param resident 0 for a door behind which nobody has signed in
 * @param turn     the version of the row after the change: tells two of a kind apart
 */
public record VisitPlanned(VisitId visit, ResidentId resident, StaffId member, int turn, Instant at) {}
