package cn.gridbell.visit.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A written-down action as stored. */
@SuppressWarnings("ArrayRecordComponent")
record OutboxRow(
        long memberId,
        String clientId,
        @Nullable Long visitId,
        OutboxKind kind,
        int rankNo,
        byte[] bodyHash,
        byte @Nullable [] body,
        OutboxState state,
        @Nullable String problem,
        @Nullable String detail,
        Instant at,
        Instant takenAt) {}
