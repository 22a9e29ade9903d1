package cn.gridbell.visit.hours;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 404: no such leave or duty, withdrawn before, or somebody else's. */
final class LeaveNotFound extends Problem {

    private static final long serialVersionUID = 1L;

    LeaveNotFound() {
        super(HttpStatus.NOT_FOUND, "visit", "leave-not-found", "没有这条登记", "没有找到这条请假或值班登记，可能已经撤回，请刷新后重试。");
    }
}
