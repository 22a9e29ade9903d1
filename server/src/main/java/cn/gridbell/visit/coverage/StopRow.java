package cn.gridbell.visit.coverage;

import org.jspecify.annotations.Nullable;

/** A household of a campaign as stored. */
record StopRow(
        long campaignId,
        long householdId,
        long gridId,
        @Nullable Long memberId) {}
