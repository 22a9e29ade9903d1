package cn.gridbell.message;

import cn.gridbell.message.channel.Channel;
import cn.gridbell.message.wording.Scene;
import org.jspecify.annotations.Nullable;

/** What was sent, and which way. */
record SentRow(Scene scene, @Nullable Channel channel) {}
