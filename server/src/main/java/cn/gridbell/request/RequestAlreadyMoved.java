package cn.gridbell.request;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 409: too late, it stands elsewhere by now; says where. */
final class RequestAlreadyMoved extends Problem {

    private static final long serialVersionUID = 1L;

    RequestAlreadyMoved(RequestStatus status) {
        super(
                HttpStatus.CONFLICT,
                "request",
                "already-moved",
                "状态已变化",
                "这件诉求现在是“" + status.words() + "”，不能再做这个操作，请刷新后查看。");
        with("requestStatus", status);
    }
}
