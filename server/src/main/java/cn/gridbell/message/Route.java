package cn.gridbell.message;

import cn.gridbell.message.channel.Channel;
import cn.gridbell.wechat.WechatPersonId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a message goes on.
 *
 * @param person null if nobody is there any more, or they never signed in
 * @param ways   to try now, best first
 * @param later  when a way that is shut now is worth asking again, null if none is
 * @param end    what the message ends as if no way can be gone, now or later
 */
record Route(
        @Nullable WechatPersonId person,
        List<Channel> ways,
        @Nullable Instant later,
        MessageStatus end) {

    static Route nowhere(MessageStatus end) {
        return new Route(null, List.of(), null, end);
    }
}
