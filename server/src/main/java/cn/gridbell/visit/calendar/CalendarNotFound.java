package cn.gridbell.visit.calendar;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 404: no such calendar, or not any more. */
final class CalendarNotFound extends Problem {

    private static final long serialVersionUID = 1L;

    CalendarNotFound() {
        super(HttpStatus.NOT_FOUND, "visit", "calendar-not-found", "没有找到", "这个日历地址无效或已停用，请在小程序里重新生成。");
    }
}
