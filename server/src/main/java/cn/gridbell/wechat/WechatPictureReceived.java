package cn.gridbell.wechat;

import java.time.Instant;

/**
 * A person sent a picture in the chat of the official account. It is fetched with {@link ChatAttachments#pictureOf}.
 *
 * @param inboundId the row in the inbound log; unique per message
 */
public record WechatPictureReceived(WechatPersonId person, long inboundId, Instant at) {}
