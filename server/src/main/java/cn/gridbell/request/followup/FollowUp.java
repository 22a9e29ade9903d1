package cn.gridbell.request.followup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A question that is or was asked after a request was solved.
 *
 * @param askedAt    null while its time has not come
 * @param answer     null until answered
 * @param newRequest what it was opened anew as
 */
public record FollowUp(
        long requestId,
        Instant dueAt,
        @Nullable Instant askedAt,
        @Nullable Answer answer,
        @Nullable Long newRequest) {

    /** What the resident says. */
    public enum Answer {
        /** 还好. */
        FINE,
        /** 又出现了. */
        AGAIN
    }

    /** Whether it waits for an answer. */
    public boolean isOpen() {
        return askedAt != null && answer == null;
    }
}
