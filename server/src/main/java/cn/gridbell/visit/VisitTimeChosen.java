package cn.gridbell.visit;

import cn.gridbell.resident.ResidentId;
import cn.gridbell.staff.StaffId;
import java.time.Instant;

/**
 * The resident picked one of the times proposed: the visit is confirmed, at another time than before.
 *
 * @param turn the version of the row after the change: tells two of a kind apart
 */
public record VisitTimeChosen(VisitId visit, ResidentId resident, StaffId member, int turn, Instant at) {}
