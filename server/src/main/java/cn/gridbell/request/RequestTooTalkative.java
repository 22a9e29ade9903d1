package cn.gridbell.request;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 409: a request takes at most a hundred remarks. */
final class RequestTooTalkative extends Problem {

    private static final long serialVersionUID = 1L;

    RequestTooTalkative() {
        super(HttpStatus.CONFLICT, "request", "too-many-comments", "补充太多", "这件诉求的补充说明已达100条，请等待工作人员处理，或拨打社区电话。");
    }
}
