package cn.gridbell.visit;

import cn.gridbell.staff.StaffId;
import java.time.Instant;

/**
 * Half the term is over and nobody has answered.
 *
 * @param asked who is to answer
 * @param turn  the version of the row: tells two of a kind apart
 */
public record VisitAnswerDue(VisitId visit, StaffId asked, int turn, Instant at) {}
