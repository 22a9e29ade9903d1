package cn.gridbell.chat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A line as its table keeps it. */
@SuppressWarnings("ArrayRecordComponent") // a row as the mapper reads it, never compared or kept
record ChatLineRow(int lineNo, @Nullable Long staffId, byte[] words, LineState state, Instant saidAt) {}
