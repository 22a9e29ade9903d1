package cn.gridbell.visit;

import cn.gridbell.resident.ResidentId;
import cn.gridbell.staff.StaffId;
import java.time.Instant;

/**
 * Nobody answered a booking in time: the place is given back and the resident is told.
 *
 * @param turn the version of the row after the change: tells two of a kind apart
 */
public record VisitExpired(VisitId visit, ResidentId resident, StaffId member, int turn, Instant at) {}
