package cn.gridbell.visit;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 422: the member named does not serve the grid of the door. */
final class MemberNotOfGrid extends Problem {

    private static final long serialVersionUID = 1L;

    MemberNotOfGrid() {
        super(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "visit",
                "member-not-of-grid",
                "不能改派给这位工作人员",
                "这位工作人员不负责该居民所在的网格，请选择本网格的工作人员。");
    }
}
