package cn.gridbell.request.coordination;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 409: one is open already. */
final class CoordinationOpenAlready extends Problem {

    private static final long serialVersionUID = 1L;

    CoordinationOpenAlready() {
        super(HttpStatus.CONFLICT, "request", "coordination-open", "联调已在进行", "这件诉求的联调还没有结束，请在原来的联调里继续。");
    }
}
