package cn.gridbell.wechat;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 409: WeChat was asked and said no; {@code errcode} is its own number. */
public final class WechatRefused extends Problem {

    private static final long serialVersionUID = 1L;

    WechatRefused(int code) {
        super(HttpStatus.CONFLICT, "wechat", "refused", "微信没有接受", "微信没有接受这次操作，请把错误码告诉系统管理员，核对公众号的权限和设置。");
        with("errcode", code);
    }
}
