package cn.gridbell.wechat;

import org.jspecify.annotations.Nullable;

/**
 * What came of a send.
 *
 * @param verdict   how to go on
 * @param msgId     WeChat's id (19 digits, kept as text) when accepted
 * @param errorCode WeChat's errcode, 0 when accepted, -99 when there was no answer
 */
public record SendAnswer(Verdict verdict, @Nullable String msgId, int errorCode) {

    /** How to go on after a send. */
    public enum Verdict {
        /** WeChat took it; a receipt follows. */
        ACCEPTED,
        /** Certainly not sent, trying again later may work (busy, refused connection, token repaired). */
        AGAIN,
        /** Certainly not sent, trying again cannot work: 43101, 43004, 40003, 40037, 47003 … */
        LASTING,
        /** The day's quota is used up (45009). */
        QUOTA,
        /** The call left and no answer came: it may have been sent. */
        UNKNOWN
    }
}
