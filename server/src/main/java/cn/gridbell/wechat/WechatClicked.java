package cn.gridbell.wechat;

import java.time.Instant;

/**
 * A person tapped an entry of the official account's menu.
 *
 * @param key       as this house defined it
 * @param inboundId the row in the inbound log, to be answered with {@link Wechat#reply}
 */
public record WechatClicked(WechatPersonId person, String key, long inboundId, Instant at) {}
