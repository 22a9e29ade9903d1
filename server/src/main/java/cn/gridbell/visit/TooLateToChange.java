package cn.gridbell.visit;

import cn.gridbell.platform.Problem;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** 409: the member may be on the way already. */
final class TooLateToChange extends Problem {

    private static final long serialVersionUID = 1L;

    TooLateToChange(Duration notice) {
        super(
                HttpStatus.CONFLICT,
                "visit",
                "too-late-to-change",
                "离上门时间太近",
                "离上门不到" + notice.toMinutes() + "分钟，不能再改时间。确实不便请取消预约并写明原因，或直接联系网格员。");
    }
}
