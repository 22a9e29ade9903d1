package cn.gridbell.signin;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 401: the session ended while this call was under way. */
final class SessionOver extends Problem {

    private static final long serialVersionUID = 1L;

    SessionOver() {
        super(HttpStatus.UNAUTHORIZED, "signin", "needed", "请先登录", "登录已过期或已在别处更新，请重新打开小程序登录。");
    }
}
