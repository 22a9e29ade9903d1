package cn.gridbell.visit;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 409: a visit is rated once. */
final class VisitAlreadyRated extends Problem {

    private static final long serialVersionUID = 1L;

    VisitAlreadyRated() {
        super(HttpStatus.CONFLICT, "visit", "already-rated", "已经评价过", "您已经评价过这次上门，感谢您的反馈。");
    }
}
