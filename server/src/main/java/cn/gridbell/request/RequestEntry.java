package cn.gridbell.request;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a request.
 *
 * @param words as the resident reads it
 */
record RequestEntry(
        long id,
        long requestId,
        EntryKind kind,
        Actor.Kind actor,
        @Nullable Long actorId,
        String words,
        Instant happenedAt) {}
