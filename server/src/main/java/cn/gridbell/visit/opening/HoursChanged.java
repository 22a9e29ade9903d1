package cn.gridbell.visit.opening;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 409: somebody else changed the hours since they were read. */
public final class HoursChanged extends Problem {

    private static final long serialVersionUID = 1L;

    HoursChanged() {
        super(HttpStatus.CONFLICT, "visit", "hours-changed", "上门时段已被修改", "上门时段刚刚被别人修改过，请刷新后重新提交。");
    }
}
