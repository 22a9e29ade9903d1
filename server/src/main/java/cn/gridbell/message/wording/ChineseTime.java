package cn.gridbell.message.wording;

import cn.gridbell.platform.calendar.WorkCalendar;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as people here read them, in the form WeChat's {@code time} fields take (发送订阅消息 · 参数值内容限制). */
final class ChineseTime {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu年M月d日 HH:mm", Locale.CHINA);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.CHINA);

    private ChineseTime() {}

    static String minute(Instant at) {
        return MINUTE.format(at.atZone(WorkCalendar.ZONE));
    }

    /** Within one day the end is only the time of day. */
    static String span(Instant from, Instant to) {
        ZonedDateTime start = from.atZone(WorkCalendar.ZONE);
        ZonedDateTime end = to.atZone(WorkCalendar.ZONE);
        boolean sameDay = start.toLocalDate().equals(end.toLocalDate());
        return MINUTE.format(start) + "~" + (sameDay ? CLOCK : MINUTE).format(end);
    }
}
