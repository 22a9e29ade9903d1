package cn.gridbell.request;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 422: nothing says where it is: no place, no known address, no household. */
final class RequestWithoutPlace extends Problem {

    private static final long serialVersionUID = 1L;

    RequestWithoutPlace() {
        super(HttpStatus.UNPROCESSABLE_CONTENT, "request", "no-place", "不知道在哪里", "请在地图上选择位置，或先在“我的”里填写家庭住址后再提交。");
    }
}
