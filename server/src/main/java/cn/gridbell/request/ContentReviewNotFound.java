package cn.gridbell.request;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 404: nothing of that number to look at, or in a territory of others. */
final class ContentReviewNotFound extends Problem {

    private static final long serialVersionUID = 1L;

    ContentReviewNotFound() {
        super(HttpStatus.NOT_FOUND, "request", "content-review-not-found", "没有这项内容", "没有找到这项待查看的内容，请返回列表刷新后重试。");
    }
}
