package cn.gridbell.staff;

import java.time.Instant;

/** A staff member bound their phone in the mini-program. */
public record StaffBound(StaffId staff, Instant at) {}
