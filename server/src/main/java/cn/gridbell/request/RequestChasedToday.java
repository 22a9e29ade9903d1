package cn.gridbell.request;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 409: one chase a working day. */
final class RequestChasedToday extends Problem {

    private static final long serialVersionUID = 1L;

    RequestChasedToday() {
        super(
                HttpStatus.CONFLICT,
                "request",
                "chased-already",
                "今天已经催办过",
                "同一件诉求每个工作日只能催办一次，您的催办已经转给经办人和网格长，请下个工作日再催。");
    }
}
