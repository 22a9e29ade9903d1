package cn.gridbell.request;

import cn.gridbell.staff.StaffId;
import java.time.Instant;

/** Nothing says clearly what a new request is about: somebody has to look at it and dispatch it (甄别派发). */
public record RequestScreeningAsked(RequestId request, StaffId screener, int turn, Instant at) {}
