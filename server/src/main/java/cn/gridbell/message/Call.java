package cn.gridbell.message;

import cn.gridbell.message.channel.Channel;
import cn.gridbell.message.wording.Draft;
import cn.gridbell.wechat.OutgoingMessage;
import cn.gridbell.wechat.WechatPersonId;
import java.time.Instant;

/**
 * A call to WeChat that is about to be made.
 *
 * @param firstCalledAt first call with this client_msg_id
 * @param keepLast      whether the last consent is left for a weightier message
 */
record Call(
        Channel channel,
        WechatPersonId person,
        OutgoingMessage message,
        Draft draft,
        Instant firstCalledAt,
        boolean keepLast) {}
