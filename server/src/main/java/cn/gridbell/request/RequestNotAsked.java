package cn.gridbell.request;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 409: there is no question to answer, not yet or no more. */
final class RequestNotAsked extends Problem {

    private static final long serialVersionUID = 1L;

    RequestNotAsked() {
        super(HttpStatus.CONFLICT, "request", "not-asked", "没有待答的回访", "这件诉求现在没有待您回答的回访，可能已经回答过；问题又出现了可以重新提交诉求。");
    }
}
