package cn.gridbell.visit.step;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 409: the database could not settle the order of many who want the same, even after trying again. */
public final class VisitBusy extends Problem {

    private static final long serialVersionUID = 1L;

    public VisitBusy() {
        super(HttpStatus.CONFLICT, "visit", "busy", "预约的人较多", "现在预约的人较多，这次没有成功，请稍等几秒再试一次。");
    }
}
