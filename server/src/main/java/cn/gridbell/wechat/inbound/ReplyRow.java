package cn.gridbell.wechat.inbound;

import org.jspecify.annotations.Nullable;

/** A row of the replies. */
@SuppressWarnings("ArrayRecordComponent") // a row as the mapper reads it, never compared or kept
record ReplyRow(long inboundId, long personId, byte @Nullable [] words, String status, int tries, int claim) {}
