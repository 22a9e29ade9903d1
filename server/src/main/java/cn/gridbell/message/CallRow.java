package cn.gridbell.message;

import cn.gridbell.message.channel.Channel;
import java.time.Instant;

/** What is written of a call before it is made. */
record CallRow(
        long id,
        long fence,
        Channel channel,
        String app,
        String templateId,
        String fields,
        String clientMsgId,
        Instant firstCalledAt,
        long person,
        String title,
        String text,
        Instant now) {}
