package cn.gridbell.visit;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 404: no such visit, or somebody else's. */
public final class VisitNotFound extends Problem {

    private static final long serialVersionUID = 1L;

    public VisitNotFound() {
        super(HttpStatus.NOT_FOUND, "visit", "not-found", "没有找到", "没有找到这次上门预约，请返回列表刷新后重试。");
    }
}
