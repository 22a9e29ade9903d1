package cn.gridbell.wechat;

import java.time.Instant;

/**
 * A person sent a voice message, a film or a link in the chat of the official account; this house makes nothing of it.
 *
 * @param inboundId the row in the inbound log, to be answered with {@link Wechat#reply}
 */
public record WechatPostReceived(WechatPersonId person, long inboundId, Instant at) {}
