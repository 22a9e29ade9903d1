package cn.gridbell.request;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a request has taken. The clock runs from its submission to the answer that stands, and never stops or starts again; what of it was
 * spent waiting for the reporter is shown apart.
 *
 * @param workingMinutes working time since it was submitted; a working day is 420
 * @param waitingMinutes of it, waiting for the reporter's reply
 * @param words          both in Chinese
 */
record RequestClock(long workingMinutes, long waitingMinutes, String words) {

    static RequestClock of(Duration total, Duration waited) {
        String words = "已用时" + words(total) + (waited.toMinutes() == 0 ? "" : "，其中等待居民回复" + words(waited)) + "（工作时间）";
        return new RequestClock(total.toMinutes(), waited.toMinutes(), words);
    }

    /** Until when the clock has run: now while the request is open, then until it was answered or ended. */
    static Instant ends(Request request, Instant now) {
        Instant answered = request.answeredAt();
        if (request.isOpen()) {
            return now;
        }
        return answered == null ? request.movedAt() : answered;
    }

    private static String words(Duration time) {
        long hours = time.toHours();
        return hours == 0 ? time.toMinutes() + "分钟" : hours + "小时" + time.toMinutesPart() + "分钟";
    }
}
