package cn.gridbell.message;

import cn.gridbell.message.wording.Scene;
import java.time.Instant;

record InboxRow(
        long id,
        Scene scene,
        String title,
        String text,
        MessageStatus status,
        SubjectKind subjectKind,
        long subjectId,
        Instant createdAt) {}
