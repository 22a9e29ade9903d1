package cn.gridbell.request;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 404: no such request, or not this person's. */
final class RequestNotFound extends Problem {

    private static final long serialVersionUID = 1L;

    RequestNotFound() {
        super(HttpStatus.NOT_FOUND, "request", "not-found", "没有这件诉求", "没有找到这件诉求，请返回列表刷新后重试。");
    }
}
