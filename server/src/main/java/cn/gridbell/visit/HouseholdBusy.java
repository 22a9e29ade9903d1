package cn.gridbell.visit;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 409: another visit is expected at the same door at that time. */
final class HouseholdBusy extends Problem {

    private static final long serialVersionUID = 1L;

    HouseholdBusy() {
        super(HttpStatus.CONFLICT, "visit", "household-busy", "这个时间已有预约", "您家在这个时间已有一次上门预约，请换一个时间，或先取消原来的预约。");
    }
}
