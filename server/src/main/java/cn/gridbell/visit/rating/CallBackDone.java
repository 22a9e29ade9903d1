package cn.gridbell.visit.rating;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 409: somebody called already. */
final class CallBackDone extends Problem {

    private static final long serialVersionUID = 1L;

    CallBackDone() {
        super(HttpStatus.CONFLICT, "visit", "call-back-done", "已回访", "这次走访已经回访过了，请刷新列表查看。");
    }
}
