package cn.gridbell.chat;

import java.time.Instant;

/**
 * A keyword answer as staff see it.
 *
 * @param word     as compared: trimmed, lower case
 * @param priority 0 to 100; of several that fit the highest is said
 * @param version  to be sent back when it is replaced
 */
record ChatAnswer(
        ChatAnswerId id,
        String word,
        Matching matching,
        String answer,
        int priority,
        boolean enabled,
        int version,
        Instant changedAt) {

    static ChatAnswer of(ChatAnswerRow row) {
        return new ChatAnswer(
                new ChatAnswerId(row.id()),
                row.word(),
                row.matching(),
                row.answer(),
                row.priority(),
                row.enabled(),
                row.version(),
                row.changedAt());
    }
}
