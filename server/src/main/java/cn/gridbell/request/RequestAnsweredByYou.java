package cn.gridbell.request;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 409: the resident said it is not solved, so another person takes it. */
final class RequestAnsweredByYou extends Problem {

    private static final long serialVersionUID = 1L;

    RequestAnsweredByYou() {
        super(HttpStatus.CONFLICT, "request", "answered-by-you", "须换人办理", "居民反映没有解决，这件诉求须由原答复人以外的工作人员办理。");
    }
}
