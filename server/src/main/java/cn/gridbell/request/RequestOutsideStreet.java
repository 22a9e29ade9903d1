package cn.gridbell.request;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 422: the place lies outside the street. */
final class RequestOutsideStreet extends Problem {

    private static final long serialVersionUID = 1L;

    RequestOutsideStreet() {
        super(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "request",
                "outside-street",
                "不在本街道",
                "选择的位置不在本街道范围内，请重新选点；如果确实不在本街道，请拨打12345反映。");
    }
}
