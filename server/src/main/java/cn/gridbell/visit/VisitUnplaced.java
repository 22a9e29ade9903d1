package cn.gridbell.visit;

import cn.gridbell.staff.StaffId;
import java.time.Instant;

/**
 * The member cannot go and nobody else is free: whoever leads there decides.
 *
 * @param lead who is to decide
 * @param turn the version of the row: tells two of a kind apart
 */
public record VisitUnplaced(VisitId visit, StaffId lead, int turn, Instant at) {}
