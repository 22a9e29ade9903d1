package cn.gridbell.request;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 409: it was not reported to the district. */
final class RequestNotAtDistrict extends Problem {

    private static final long serialVersionUID = 1L;

    RequestNotAtDistrict() {
        super(HttpStatus.CONFLICT, "request", "not-at-district", "未报区级", "这件诉求还没有报到区级（红色），请先升级再记录区级答复。");
    }
}
