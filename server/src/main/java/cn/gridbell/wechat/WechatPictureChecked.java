package cn.gridbell.wechat;

import java.time.Instant;

/**
 * WeChat's verdict on a picture ({@code wxa_media_check}). It may come before the answer of the call that asked for it is written.
 *
 * @param traceId what {@link ContentChecks#picture} gave
 */
public record WechatPictureChecked(String traceId, Verdict verdict, Instant at) {

    /** What WeChat says. */
    public enum Verdict {
        PASS,
        REVIEW,
        RISKY,
        /** WeChat could not download it (-1008). */
        NOT_FETCHED
    }
}
