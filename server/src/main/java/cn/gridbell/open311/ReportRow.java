package cn.gridbell.open311;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a client reported.
 *
 * @param contact sealed; null: none given, or erased
 */
@SuppressWarnings("ArrayRecordComponent")
record ReportRow(
        long id,
        long clientId,
        long requestId,
        String requestNumber,
        @Nullable String token,
        byte @Nullable [] contact,
        @Nullable Instant contactUntil,
        Instant createdAt) {}
