package cn.gridbell.visit;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 409: a time was to be agreed on for which nobody is free yet; whoever leads the grid decides. */
final class NobodyToSend extends Problem {

    private static final long serialVersionUID = 1L;

    NobodyToSend() {
        super(
                HttpStatus.CONFLICT,
                "visit",
                "nobody-to-send",
                "暂无人手",
                "原定的网格员那个时间不能上门，社区正在安排其他人，暂时不能确定这个时间，请稍后再试或取消后另约。");
    }
}
