package cn.gridbell.request;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 409: the joint meeting has decided. */
final class RequestReturnsSpent extends Problem {

    private static final long serialVersionUID = 1L;

    RequestReturnsSpent() {
        super(HttpStatus.CONFLICT, "request", "returns-spent", "不能再退回", "这件诉求已由联席会研究确定负责方，不能再退回，请继续办理或申请升级。");
    }
}
