package cn.gridbell.wechat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person follows the official account.
 *
 * @param scene     of the code they scanned to get there, as this house made it; null if there was none
 * @param inboundId the row in the inbound log, to be answered with {@link Wechat#reply}
 */
public record WechatFollowed(
        WechatPersonId person, @Nullable String scene, long inboundId, Instant at) {}
