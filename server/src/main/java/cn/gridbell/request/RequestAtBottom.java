package cn.gridbell.request;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 409: nobody stands below the grid. */
final class RequestAtBottom extends Problem {

    private static final long serialVersionUID = 1L;

    RequestAtBottom() {
        super(HttpStatus.CONFLICT, "request", "at-bottom", "已在网格一级", "这件诉求已由网格负责，不能再下移，请继续办理。");
    }
}
