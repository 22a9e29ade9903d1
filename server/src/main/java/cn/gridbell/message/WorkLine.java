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
     * @param id    null where it is hidden from the caller who reported the matter
     * @param phone masked, null if hidden or none is bound
     */
    record Person(
            Recipient.Kind kind,
            @Nullable String id,
            @Nullable String phone) {}

    /** @param known whether the caller may know whom it concerns */
    static WorkLine of(WorkRow row, boolean known, @Nullable String maskedPhone) {
        return new WorkLine(
                new MessageId(row.id()),
                row.scene(),
                row.title(),
                row.text(),
                row.createdAt(),
                row.status(),
                row.errorCode(),
                new SubjectRef(row.subjectKind(), Long.toString(row.subjectId())),
                new Person(row.personKind(), known ? Long.toString(row.personId()) : null, known ? maskedPhone : null));
    }
}
