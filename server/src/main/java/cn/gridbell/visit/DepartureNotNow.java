package cn.gridbell.visit;

import cn.gridbell.platform.Problem;
import cn.gridbell.platform.calendar.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/** 409: it is another day, too early or too late to set out for a visit. */
final class DepartureNotNow extends Problem {

    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.CHINA);

    private DepartureNotNow(String kind, String detail) {
        super(HttpStatus.CONFLICT, "visit", kind, "现在不能登记出发", detail);
    }

    /** @param lead how long before the start one may set out, on the day of the visit */
    static DepartureNotNow early(Instant start, Duration lead) {
        Instant midnight =
                WorkCalendar.dayOf(start).atStartOfDay(WorkCalendar.ZONE).toInstant();
        Instant from = start.minus(lead).isBefore(midnight) ? midnight : start.minus(lead);
        return new DepartureNotNow(
                "departure-too-early",
                "约定的时间还没到，" + WHEN.format(LocalDateTime.ofInstant(from, WorkCalendar.ZONE)) + "以后才能登记出发。");
    }

    static DepartureNotNow late() {
        return new DepartureNotNow("departure-too-late", "约定的时间已经过去，不能再登记出发。已经到门口请直接签到；去不了请取消并说明原因。");
    }
}
