package cn.gridbell.wechat.inbound;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the inbound log. */
@SuppressWarnings("ArrayRecordComponent") // a row as the mapper reads it, never compared or kept
record InboundRow(
        long id,
        byte[] eventKey,
        Door door,
        String kind,
        byte @Nullable [] body,
        Instant happenedAt,
        int tries,
        int claim) {}
