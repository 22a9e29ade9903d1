package cn.gridbell.request.category;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 404: no such category. */
final class CategoryNotFound extends Problem {

    private static final long serialVersionUID = 1L;

    CategoryNotFound() {
        super(HttpStatus.NOT_FOUND, "request", "category-not-found", "没有这个类别", "没有这个诉求类别，请刷新列表后重试。");
    }
}
