package cn.gridbell.wechat;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 400: a code from WeChat that is malformed, used or expired. */
public final class WechatCodeInvalid extends Problem {

    private static final long serialVersionUID = 1L;

    WechatCodeInvalid() {
        super(HttpStatus.BAD_REQUEST, "wechat", "code-invalid", "微信授权已失效", "微信授权码无效或已经用过，请返回小程序重新点一次。");
    }
}
