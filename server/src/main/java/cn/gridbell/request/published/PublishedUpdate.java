package cn.gridbell.request.published;

import cn.gridbell.request.Closure;
import cn.gridbell.request.RequestId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a request, as the public sees it.
 *
 * @param id      grows with time
 * @param number  of the request
 * @param closure of the answer, if this is the answer that stands
 * @param answer  what staff answered, if this is an answer: for whoever reported it, not for the public
 */
public record PublishedUpdate(
        long id,
        RequestId request,
        String number,
        Kind kind,
        Instant happenedAt,
        @Nullable Closure closure,
        @Nullable String answer) {

    /** What happened. */
    public enum Kind {
        ASSIGNED(true, "已交办。"),
        ACCEPTED(true, "已受理，正在处置。"),
        ESCALATED(true, "已升级办理。"),
        REOPENED(true, "重新办理。"),
        ANSWERED(false, "已反馈。");

        private final boolean leavesOpen;
        private final String words;

        Kind(boolean leavesOpen, String words) {
            this.leavesOpen = leavesOpen;
            this.words = words;
        }

        /** Whether somebody still works on it after this. */
        public boolean leavesOpen() {
            return leavesOpen;
        }

        /** In Chinese, naming nobody. */
        public String words() {
            return words;
        }
    }
}
