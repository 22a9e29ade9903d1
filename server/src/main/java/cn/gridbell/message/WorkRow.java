package cn.gridbell.message;

import cn.gridbell.message.wording.Scene;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

record WorkRow(
        long id,
        Scene scene,
        @Nullable String title,
        @Nullable String text,
        MessageStatus status,
        SubjectKind subjectKind,
        long subjectId,
        int turn,
        Recipient.Kind personKind,
        long personId,
        @Nullable Integer errorCode,
        Instant createdAt) {

    Recipient person() {
        return new Recipient(personKind, personId);
    }
}
