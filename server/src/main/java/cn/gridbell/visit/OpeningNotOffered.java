package cn.gridbell.visit;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 422: the time cannot be booked at all, whoever asks. */
final class OpeningNotOffered extends Problem {

    private static final long serialVersionUID = 1L;

    private OpeningNotOffered(String detail) {
        super(HttpStatus.UNPROCESSABLE_CONTENT, "visit", "opening-not-offered", "这个时间不能预约", detail);
    }

    static OpeningNotOffered past() {
        return new OpeningNotOffered("这个时间已经过去，请选择以后的时间。");
    }

    /** @param hours the least notice, rounded up */
    static OpeningNotOffered tooSoon(long hours) {
        return new OpeningNotOffered("上门时间至少要提前" + hours + "小时预约，请选择晚一些的时间。");
    }

    /** @param days how far ahead visits can be booked */
    static OpeningNotOffered tooFar(long days) {
        return new OpeningNotOffered("目前只能预约" + days + "天以内的时间，请选择近一些的日期。");
    }

    static OpeningNotOffered yearNotAnnounced(int year) {
        return new OpeningNotOffered(year + "年的放假和调休安排尚未公布，暂不能预约" + year + "年的时间，请选择其他日期。");
    }

    static OpeningNotOffered away() {
        return new OpeningNotOffered("这个时间网格员请假或值班，不能上门，请刷新后另选时间。");
    }

    static OpeningNotOffered offGrid() {
        return new OpeningNotOffered("这个时间不在网格员可上门的时段内，请刷新后从列表里选择。");
    }
}
