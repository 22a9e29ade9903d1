package cn.gridbell.request;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 409: somebody else answers for it now. */
final class RequestHeldByOther extends Problem {

    private static final long serialVersionUID = 1L;

    RequestHeldByOther() {
        super(HttpStatus.CONFLICT, "request", "held-by-other", "由其他人负责", "这件诉求现在由其他工作人员负责，请联系负责人办理，或刷新后重试。");
    }
}
