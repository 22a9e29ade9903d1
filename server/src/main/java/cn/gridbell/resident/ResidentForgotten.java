package cn.gridbell.resident;

import java.time.Instant;

/**
 * A resident is being erased: whoever keeps something of theirs erases it in this transaction. The id names nobody afterwards; the same person may
 * come back as somebody new.
 */
public record ResidentForgotten(ResidentId resident, Instant at) {}
