package cn.gridbell.grid;

import java.time.Instant;

/** Territories were imported or changed. */
public record GridRedrawn(Instant at) {}
