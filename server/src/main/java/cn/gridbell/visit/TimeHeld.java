package cn.gridbell.visit;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 409: a member picked a time at which they, or the door, are busy. */
final class TimeHeld extends Problem {

    private static final long serialVersionUID = 1L;

    TimeHeld() {
        super(HttpStatus.CONFLICT, "visit", "time-held", "时间已有安排", "所选时间里已有别的安排，或该户在那个时间已有预约，请刷新后换一个时间。");
    }
}
