package cn.gridbell.message;

import cn.gridbell.message.wording.Draft;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of writing a message: a draft, or the reason why there is none.
 *
 * @param draft null if there is nothing to say any more
 * @param until from here on it is not worth saying
 * @param end   {@code SUPERSEDED} or {@code GONE} if there is no draft
 */
record Written(@Nullable Draft draft, Instant until, MessageStatus end) {

    static Written of(Draft draft, Instant until) {
        return new Written(draft, until, MessageStatus.EXPIRED);
    }

    static Written nothing(MessageStatus end) {
        return new Written(null, Instant.MAX, end);
    }
}
