package cn.gridbell.signin;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 429: one address sent too many codes that WeChat refused. */
final class TooManyCodes extends Problem {

    private static final long serialVersionUID = 1L;

    /** @param seconds until the next try can work, at least 1 */
    TooManyCodes(long seconds) {
        super(HttpStatus.TOO_MANY_REQUESTS, "signin", "too-many-codes", "登录尝试太多", "登录尝试太频繁，请一分钟后再打开小程序。");
        with("retryAfterSeconds", seconds);
    }
}
