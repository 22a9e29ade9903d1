package cn.gridbell.chat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A chat as its table keeps it. */
record ChatRow(
        long id,
        long personId,
        @Nullable Long gridId,
        ChatStatus status,
        int lineCount,
        Instant openedAt,
        Instant saidAt) {}
