package cn.gridbell.visit.hours;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 409: another leave or duty of the member meets this one. */
final class AlreadyAway extends Problem {

    private static final long serialVersionUID = 1L;

    AlreadyAway() {
        super(HttpStatus.CONFLICT, "visit", "already-away", "这段时间已有登记", "这段时间里已登记过请假或值班，请先撤回原来的登记，或换一段时间。");
    }
}
