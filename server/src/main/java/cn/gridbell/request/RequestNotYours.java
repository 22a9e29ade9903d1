package cn.gridbell.request;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 403: it is for another level to decide. */
final class RequestNotYours extends Problem {

    private static final long serialVersionUID = 1L;

    RequestNotYours() {
        super(HttpStatus.FORBIDDEN, "request", "not-yours", "不由您决定", "这一步由另一级负责决定，请联系有权办理的负责人。");
    }
}
