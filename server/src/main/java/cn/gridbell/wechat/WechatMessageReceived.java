package cn.gridbell.wechat;

import java.time.Instant;

/**
 * A person wrote in the chat of the official account. The words are read with {@link Wechat#wordsOf}.
 *
 * @param inboundId the row in the inbound log; unique per message
 */
public record WechatMessageReceived(WechatPersonId person, long inboundId, Instant at) {}
