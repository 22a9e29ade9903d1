package cn.gridbell.request;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 409: its deadline has passed. */
final class RequestTooLate extends Problem {

    private static final long serialVersionUID = 1L;

    RequestTooLate() {
        super(HttpStatus.CONFLICT, "request", "too-late", "已过期限", "这件诉求已超过办理期限，不能再申请，请尽快办理或申请升级。");
    }
}
