package cn.gridbell.request;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 409: nobody stands above the district. */
final class RequestAtTop extends Problem {

    private static final long serialVersionUID = 1L;

    RequestAtTop() {
        super(HttpStatus.CONFLICT, "request", "at-top", "已到最高一级", "这件诉求已由区级负责，不能再升级，请继续办理或说明进展。");
    }
}
