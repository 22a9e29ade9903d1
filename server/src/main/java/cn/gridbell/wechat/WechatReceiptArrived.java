package cn.gridbell.wechat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * WeChat says what became of a send ({@code TEMPLATESENDJOBFINISH}, {@code subscribe_msg_sent_event}).
 *
 * @param person whose phone it went to; null if the openid is not known here. A send whose answer was lost is recognised by it
 * @param msgId  19 digits, as text
 */
public record WechatReceiptArrived(
        WechatApp app, @Nullable WechatPersonId person, String msgId, Result result, Instant at) {

    /** What became of it. */
    public enum Result {
        DELIVERED,
        BLOCKED_BY_PERSON,
        FAILED
    }
}
