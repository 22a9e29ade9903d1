package cn.gridbell.visit;

import cn.gridbell.resident.ResidentId;
import cn.gridbell.staff.StaffId;
import java.time.Instant;

/**
 * A booking was not answered in time: somebody above is asked now, and the resident is told.
 *
 * @param asked who is to answer
 * @param turn  the version of the row after the change: tells two of a kind apart
 */
public record VisitPassedUp(VisitId visit, ResidentId resident, StaffId asked, int turn, Instant at) {}
