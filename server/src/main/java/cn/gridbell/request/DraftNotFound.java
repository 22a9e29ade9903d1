package cn.gridbell.request;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 404: no such draft, or not this person's. */
final class DraftNotFound extends Problem {

    private static final long serialVersionUID = 1L;

    DraftNotFound() {
        super(HttpStatus.NOT_FOUND, "request", "draft-not-found", "没有这份草稿", "没有找到这份草稿，请返回列表刷新后重试。");
    }
}
