package cn.gridbell.visit;

import cn.gridbell.staff.StaffId;
import java.time.Instant;

/**
 * Nobody called the resident back within two working days.
 *
 * @param caller who is to call now
 */
public record CallBackOverdue(VisitId visit, StaffId caller, Instant at) {}
