package cn.gridbell.wechat;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 503: WeChat does not answer. */
public final class WechatUnavailable extends Problem {

    private static final long serialVersionUID = 1L;

    WechatUnavailable() {
        super(HttpStatus.SERVICE_UNAVAILABLE, "wechat", "unavailable", "微信暂时无法连接", "暂时连不上微信，请一分钟后再试。");
    }
}
