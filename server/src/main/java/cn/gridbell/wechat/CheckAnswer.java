package cn.gridbell.wechat;

import org.jspecify.annotations.Nullable;

/**
 * What WeChat said when it was asked to check something.
 *
 * @param traceId what the verdict on a picture will name, if it was {@link Verdict#STARTED}
 */
public record CheckAnswer(Verdict verdict, @Nullable String traceId) {

    /** What WeChat said, the mildest first. */
    public enum Verdict {
        PASS,
        REVIEW,
        /** It will not judge this: the person was not in the mini-program for two hours (61010), is unknown to it, or the account may not ask. */
        CANNOT,
        /** The picture is being looked at; {@link WechatPictureChecked} follows. */
        STARTED,
        /** Busy, away, or too much at once: asking again later may work. */
        AGAIN,
        RISKY
    }

    /** Nobody can be asked. */
    public static CheckAnswer cannot() {
        return of(Verdict.CANNOT);
    }

    static CheckAnswer of(Verdict verdict) {
        return new CheckAnswer(verdict, null);
    }
}
