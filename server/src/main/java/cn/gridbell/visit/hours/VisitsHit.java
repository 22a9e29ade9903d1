package cn.gridbell.visit.hours;

import cn.gridbell.platform.Problem;
import cn.gridbell.visit.VisitAhead;
import java.util.List;
import org.springframework.http.HttpStatus;

/** 409: the change hits visits that stand, and not all of them are decided; nothing was changed. Names those that are not. */
final class VisitsHit extends Problem {

    private static final long serialVersionUID = 1L;

    VisitsHit(List<VisitAhead> undecided) {
        super(
                HttpStatus.CONFLICT,
                "visit",
                "visits-hit",
                "有预约受影响",
                "这次改动影响" + undecided.size() + "个已有预约，请逐个选择保留、改派、改约或取消，再一并提交；目前没有做任何改动。");
        with("visits", undecided);
    }
}
