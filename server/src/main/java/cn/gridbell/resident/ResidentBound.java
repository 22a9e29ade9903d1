package cn.gridbell.resident;

import java.time.Instant;

/** A resident bound a phone. */
public record ResidentBound(ResidentId resident, Instant at) {}
