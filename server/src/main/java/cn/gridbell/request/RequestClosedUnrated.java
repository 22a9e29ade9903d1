package cn.gridbell.request;

import java.time.Instant;

/** Nobody rated the answer for 14 days. */
public record RequestClosedUnrated(RequestId request, int turn, Instant at) {}
