package cn.gridbell.visit;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 409: the visit does not stand where this step starts from. */
final class VisitAlreadyMoved extends Problem {

    private static final long serialVersionUID = 1L;

    VisitAlreadyMoved(VisitStatus now) {
        super(
                HttpStatus.CONFLICT,
                "visit",
                "already-moved",
                "预约状态已变化",
                "这次预约目前是“" + now.words() + "”，不能再进行此操作，请刷新后查看。");
        with("visitStatus", now.name());
    }
}
