package cn.gridbell.request.category;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 409: somebody else changed the category meanwhile. */
final class CategoryChanged extends Problem {

    private static final long serialVersionUID = 1L;

    CategoryChanged() {
        super(HttpStatus.CONFLICT, "request", "category-changed", "类别已被修改", "这个类别刚刚被别人修改过，请刷新后再改。");
    }
}
