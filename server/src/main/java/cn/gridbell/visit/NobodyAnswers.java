package cn.gridbell.visit;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 422: the post of the grid is vacant. */
final class NobodyAnswers extends Problem {

    private static final long serialVersionUID = 1L;

    NobodyAnswers() {
        super(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "visit",
                "nobody-answers",
                "暂时无法预约",
                "您所在的网格暂时没有网格员值守，请提交诉求，由社区安排人员联系您。");
    }
}
