package cn.gridbell.wechat;

import java.time.Instant;

/**
 * A person sent a place in the chat of the official account. It is read with {@link ChatAttachments#placeOf}.
 *
 * @param inboundId the row in the inbound log; unique per message
 */
public record WechatPlaceReceived(WechatPersonId person, long inboundId, Instant at) {}
