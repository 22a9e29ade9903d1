package cn.gridbell.platform;

import org.springframework.http.HttpStatus;

/** 503: the house cannot answer now; nothing was stored. */
public final class TemporarilyUnavailable extends Problem {

    private static final long serialVersionUID = 1L;

    public TemporarilyUnavailable() {
        super(HttpStatus.SERVICE_UNAVAILABLE, "platform", "unavailable", "暂时繁忙", "系统暂时繁忙，这次没有提交成功，请几秒后再试。");
        with("retryAfterSeconds", 2);
    }
}
