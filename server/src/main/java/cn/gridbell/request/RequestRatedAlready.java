package cn.gridbell.request;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 409: one rating a person for each answer. */
final class RequestRatedAlready extends Problem {

    private static final long serialVersionUID = 1L;

    RequestRatedAlready() {
        super(HttpStatus.CONFLICT, "request", "rated-already", "已经评价过", "您已经评价过这次答复，每次答复只能评价一次。");
    }
}
