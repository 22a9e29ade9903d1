package cn.gridbell.platform;

import org.jspecify.annotations.Nullable;

@SuppressWarnings("ArrayRecordComponent") // a row as the mapper reads it, never compared or kept
record IdempotencyRow(byte[] bodyHash, @Nullable String answer) {}
