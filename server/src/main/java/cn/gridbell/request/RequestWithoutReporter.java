package cn.gridbell.request;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 409: staff found it, nobody can be asked. */
final class RequestWithoutReporter extends Problem {

    private static final long serialVersionUID = 1L;

    RequestWithoutReporter() {
        super(HttpStatus.CONFLICT, "request", "without-reporter", "没有可询问的居民", "这件诉求由工作人员登记，没有可询问的居民，请直接办理。");
    }
}
