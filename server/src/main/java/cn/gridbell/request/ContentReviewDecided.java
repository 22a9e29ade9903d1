package cn.gridbell.request;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 409: somebody decided before. */
final class ContentReviewDecided extends Problem {

    private static final long serialVersionUID = 1L;

    ContentReviewDecided() {
        super(HttpStatus.CONFLICT, "request", "content-review-decided", "已有处理结果", "这项内容已由其他工作人员处理，请刷新列表查看。");
    }
}
