package cn.gridbell.visit.rating;

import cn.gridbell.staff.StaffId;
import cn.gridbell.visit.VisitId;
import java.time.Instant;

/**
 * Nobody called the resident back within two working days.
 *
 * @param caller who is to call now
 */
public record CallBackOverdue(VisitId visit, StaffId caller, Instant at) {}
