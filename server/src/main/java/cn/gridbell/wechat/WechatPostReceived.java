package cn.gridbell.wechat;

import java.time.Instant;

/**
 * A person sent something other than words in the chat of the official account.
 *
 * @param inboundId the row in the inbound log, to be answered with {@link Wechat#reply}
 */
public record WechatPostReceived(WechatPersonId person, Kind kind, long inboundId, Instant at) {

    /** What was sent. */
    public enum Kind {
        PICTURE,
        PLACE,
        /** A voice message, a film, a link. */
        OTHER
    }
}
