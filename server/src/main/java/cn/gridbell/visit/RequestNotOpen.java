package cn.gridbell.visit;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 422: the request named is not the resident's own open one. */
final class RequestNotOpen extends Problem {

    private static final long serialVersionUID = 1L;

    RequestNotOpen() {
        super(HttpStatus.UNPROCESSABLE_CONTENT, "visit", "request-not-open", "诉求无法关联", "要关联的诉求不存在或已经办结，请从“我的诉求”里重新选择。");
    }
}
