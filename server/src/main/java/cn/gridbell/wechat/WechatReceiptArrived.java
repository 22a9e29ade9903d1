package cn.gridbell.wechat;

import java.time.Instant;

/**
 * WeChat says what became of a send ({@code TEMPLATESENDJOBFINISH}, {@code subscribe_msg_sent_event}).
 *
 * @param msgId 19 digits, as text
 */
public record WechatReceiptArrived(WechatApp app, String msgId, Result result, Instant at) {

    /** What became of it. */
    public enum Result {
        DELIVERED,
        BLOCKED_BY_PERSON,
        FAILED
    }
}
