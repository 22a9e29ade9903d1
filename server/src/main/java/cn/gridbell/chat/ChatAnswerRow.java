package cn.gridbell.chat;

import java.time.Instant;

/** A keyword answer as its table keeps it. */
record ChatAnswerRow(
        long id,
        String word,
        Matching matching,
        String answer,
        int priority,
        boolean enabled,
        int version,
        Instant changedAt) {}
