package cn.gridbell.message;

import cn.gridbell.message.wording.Scene;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that needs somebody to look, as staff see it.
 *
 * @param title     null if it could not be written
 * @param text      null if it could not be written
 * @param errorCode WeChat's errcode, or a negative code of this room, null if nothing was tried
 */
record WorkLine(
        MessageId id,
        Scene scene,
        @Nullable String title,
        @Nullable String text,
        Instant at,
        MessageStatus status,
        @Nullable Integer errorCode,
        SubjectRef subject,
        Person person) {

    /**
     * @param phone masked, null if none is bound
     */
    record Person(Recipient.Kind kind, String id, @Nullable String phone) {}

    static WorkLine of(WorkRow row, @Nullable String maskedPhone) {
        return new WorkLine(
                new MessageId(row.id()),
                row.scene(),
                row.title(),
                row.text(),
                row.createdAt(),
                row.status(),
                row.errorCode(),
                new SubjectRef(row.subjectKind(), Long.toString(row.subjectId())),
                new Person(row.personKind(), Long.toString(row.personId()), maskedPhone));
    }
}
