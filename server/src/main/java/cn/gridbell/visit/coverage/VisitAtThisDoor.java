package cn.gridbell.visit.coverage;

import cn.gridbell.platform.Problem;
import cn.gridbell.visit.VisitId;
import org.springframework.http.HttpStatus;

/** 409: a visit is expected at this door today; its outcome counts for the campaign too. */
final class VisitAtThisDoor extends Problem {

    private static final long serialVersionUID = 1L;

    VisitAtThisDoor(VisitId visit) {
        super(
                HttpStatus.CONFLICT,
                "visit",
                "visit-at-this-door",
                "今天在这户有预约",
                "今天在这户有预约上门，一次敲门一并办理：请在这次预约里登记结果，敲门行动会自动计入。");
        with("visit", visit.text());
    }
}
