package cn.gridbell.message;

import cn.gridbell.message.wording.Scene;
import java.time.Instant;

/**
 * A message as its person sees it.
 *
 * @param at     when the thing it tells happened
 * @param status in Chinese
 */
record InboxLine(MessageId id, Scene scene, String title, String text, Instant at, String status, SubjectRef subject) {

    static InboxLine of(InboxRow row) {
        return new InboxLine(
                new MessageId(row.id()),
                row.scene(),
                row.title(),
                row.text(),
                row.createdAt(),
                row.status().words(),
                new SubjectRef(row.subjectKind(), Long.toString(row.subjectId())));
    }
}
