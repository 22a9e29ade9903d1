package cn.gridbell.wechat;

import java.time.Instant;

/**
 * A follower scanned a code of the official account.
 *
 * @param scene     as this house made it
 * @param inboundId the row in the inbound log, to be answered with {@link Wechat#reply}
 */
public record WechatScanned(WechatPersonId person, String scene, long inboundId, Instant at) {}
