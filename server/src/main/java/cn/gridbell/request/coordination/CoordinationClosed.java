package cn.gridbell.request.coordination;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 409: it is over. */
final class CoordinationClosed extends Problem {

    private static final long serialVersionUID = 1L;

    CoordinationClosed() {
        super(HttpStatus.CONFLICT, "request", "coordination-closed", "已经结束", "这次联调或这项任务已经结束，请刷新后查看。");
    }
}
