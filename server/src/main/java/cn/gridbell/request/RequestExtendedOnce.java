package cn.gridbell.request;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 409: one extension a request. */
final class RequestExtendedOnce extends Problem {

    private static final long serialVersionUID = 1L;

    RequestExtendedOnce() {
        super(HttpStatus.CONFLICT, "request", "extended-once", "只能延期一次", "这件诉求已经申请过延期，每件只能申请一次，请按期办理或申请升级。");
    }
}
