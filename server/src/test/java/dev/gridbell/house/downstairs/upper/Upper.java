package dev.gridbell.house.downstairs.upper;

/** Upstairs. */
public final class Upper {}
