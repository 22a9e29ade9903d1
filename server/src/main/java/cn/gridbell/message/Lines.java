package cn.gridbell.message;

import cn.gridbell.platform.Failures;
import cn.gridbell.wechat.Reach;
import cn.gridbell.wechat.SendAnswer;
import cn.gridbell.wechat.Wechat;
import cn.gridbell.wechat.WechatPersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The ways to WeChat: which of them reach a person, which are out of quota, and speaking on them. */
@Component
class Lines {

    private static final Logger LOG = LoggerFactory.getLogger(Lines.class);

    private final Wechat wechat;
    private final Map<Channel, Instant> freshAt = new ConcurrentHashMap<>();

    Lines(Wechat wechat) {
        this.wechat = wechat;
    }

    /** The channels to try, best first. A call that is repeated stays on its channel. */
    List<Channel> to(WechatPersonId person, Message message) {
        if (message.unsure() && message.channel() != null) {
            return List.of(message.channel());
        }
        Reach reach = wechat.reachOf(person);
        List<Channel> channels = new ArrayList<>();
        if (reach.following() && !message.barred(Channel.TEMPLATE)) {
            channels.add(Channel.TEMPLATE);
        }
        if (reach.miniProgram() && !message.barred(Channel.SUBSCRIBE)) {
            channels.add(Channel.SUBSCRIBE);
        }
        return channels;
    }

    /** Calls WeChat; must not be in a transaction. A call that breaks off may have been heard. */
    SendAnswer say(Call call) {
        try {
            return switch (call.channel()) {
                case TEMPLATE -> wechat.sendTemplate(call.person(), call.message());
                case SUBSCRIBE -> wechat.sendSubscribe(call.person(), call.message());
            };
        } catch (RuntimeException e) {
            LOG.warn("a call on {} broke off: {}", call.channel(), Failures.describe(e));
            return new SendAnswer(SendAnswer.Verdict.UNKNOWN, null, Settlement.NO_ANSWER);
        }
    }

    /** This node has seen that the quota of the day is used up: it makes no further call until it is fresh. */
    void park(Channel channel, Instant until) {
        freshAt.put(channel, until);
    }

    /** Null if the channel is open. */
    @Nullable
    Instant parkedUntil(Channel channel, Instant now) {
        Instant until = freshAt.get(channel);
        return until != null && now.isBefore(until) ? until : null;
    }
}
