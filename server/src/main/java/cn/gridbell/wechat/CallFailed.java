package cn.gridbell.wechat;

import com.google.gson.JsonSyntaxException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Locale;
import javax.net.ssl.SSLHandshakeException;
import me.chanjar.weixin.common.error.WxErrorException;
import org.apache.http.conn.ConnectTimeoutException;
import org.jspecify.annotations.Nullable;

/** A call to WeChat that did not end well; says what is certain about it. No message and no cause: both carry tokens and openids. */
final class CallFailed extends Exception {

    private static final long serialVersionUID = 1L;

    /** WeChat's errcode where there was none. */
    static final int NO_ANSWER = -99;

    /** What is certain. */
    enum Kind {
        /** WeChat answered with an errcode: it did not do it. */
        REFUSED,
        /** The call never reached WeChat. */
        UNREACHABLE,
        /** The call left and no answer that can be read came back: it may have been done. */
        UNANSWERED;

        String tag() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Kind kind;
    private final int code;

    private CallFailed(Kind kind, int code) {
        super(kind + " " + code, null, false, false);
        this.kind = kind;
        this.code = code;
    }

    static CallFailed refused(int code) {
        return new CallFailed(Kind.REFUSED, code);
    }

    static CallFailed unreachable() {
        return new CallFailed(Kind.UNREACHABLE, NO_ANSWER);
    }

    static CallFailed unanswered() {
        return new CallFailed(Kind.UNANSWERED, NO_ANSWER);
    }

    /** Reads what WxJava throws: checked and unchecked, with the cause at any depth. */
    static CallFailed of(Exception thrown) {
        IOException io = ioCauseOf(thrown);
        if (io != null) {
            return neverLeft(io) ? unreachable() : unanswered();
        }
        if (thrown instanceof WxErrorException e
                && e.getError() != null
                && e.getError().getErrorCode() != NO_ANSWER) {
            return refused(e.getError().getErrorCode());
        }
        return unanswered();
    }

    private static @Nullable IOException ioCauseOf(Exception thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < 10; depth++) {
            if (cause instanceof IOException io) {
                return io;
            }
            if (cause
                    instanceof JsonSyntaxException) { // its cause is an IOException about the text, not about the wire
                return null;
            }
            cause = cause.getCause();
        }
        return null;
    }

    private static boolean neverLeft(IOException e) {
        return e instanceof ConnectException // refused
                || e instanceof ConnectTimeoutException // and no free connection in the pool
                || e instanceof UnknownHostException
                || e instanceof NoRouteToHostException
                || e instanceof SSLHandshakeException;
    }

    Kind kind() {
        return kind;
    }

    /** WeChat's errcode, or {@link #NO_ANSWER}. */
    int code() {
        return code;
    }

    /** The access token is wrong or old: 40001, 40014, 42001. */
    boolean tokenRefused() {
        return kind == Kind.REFUSED && (code == 40001 || code == 40014 || code == 42001);
    }
}
