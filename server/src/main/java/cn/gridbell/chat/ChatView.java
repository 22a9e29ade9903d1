package cn.gridbell.chat;

import cn.gridbell.grid.GridId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chat as staff see it.
 *
 * @param grid     null for people who have given no household
 * @param canReply whether WeChat lets the official account write right now; otherwise call the person
 * @param phone    masked; null if none is bound
 * @param lines    the last fifty, oldest first
 */
record ChatView(
        ChatId id,
        ChatStatus status,
        String statusWords,
        @Nullable GridId grid,
        @Nullable String gridName,
        @Nullable String phone,
        boolean canReply,
        Instant openedAt,
        Instant saidAt,
        List<Line> lines) {

    /**
     * @param member who answered; null for the person
     * @param state  what became of it
     */
    record Line(@Nullable String member, String words, LineState state, String stateWords, Instant at) {}

    /** What people say slips into no log. */
    @Override
    public String toString() {
        return "ChatView[" + id + "]";
    }
}
