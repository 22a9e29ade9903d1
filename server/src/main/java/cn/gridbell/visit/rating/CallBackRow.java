package cn.gridbell.visit.rating;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A call to be made, as stored. */
record CallBackRow(
        long visitId,
        long gridId,
        @Nullable Long callerId,
        String status,
        Instant askedAt,
        Instant remindAt,
        Instant dueAt,
        @Nullable Instant escalatedAt) {}
