package cn.gridbell.visit;

import cn.gridbell.staff.StaffId;
import java.time.Instant;

/**
 * Somebody is to call a resident back about a visit.
 *
 * @param caller who is to call
 * @param turn   1 when asked, 2 when reminded
 * @param by     by when
 */
public record CallBackAsked(VisitId visit, StaffId caller, int turn, Instant by, Instant at) {}
