package cn.gridbell.visit;

import cn.gridbell.platform.Problem;
import java.util.List;
import org.springframework.http.HttpStatus;

/** 409: somebody else holds the time; names the next ones that are free. */
final class OpeningTaken extends Problem {

    private static final long serialVersionUID = 1L;

    OpeningTaken(List<Opening> next) {
        super(
                HttpStatus.CONFLICT,
                "visit",
                "opening-taken",
                "这个时间刚被约走",
                next.isEmpty() ? "这个时间已经被约走，近期也没有空闲时间了，请过几天再来看看，或提交诉求由社区联系您。" : "这个时间已经被约走，请从下面的空闲时间里另选一个。");
        with("openings", next.stream().map(Opening::time).toList());
    }
}
