package cn.gridbell.grid;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 404: no such territory. */
public final class GridNotFound extends Problem {

    private static final long serialVersionUID = 1L;

    GridNotFound() {
        super(HttpStatus.NOT_FOUND, "grid", "not-found", "没有这个网格", "没有找到这个网格，请刷新页面后重试。");
    }
}
