package cn.gridbell.staff;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 404: no such staff member. */
public final class StaffNotFound extends Problem {

    private static final long serialVersionUID = 1L;

    StaffNotFound() {
        super(HttpStatus.NOT_FOUND, "staff", "not-found", "没有这位工作人员", "没有找到这位工作人员，请刷新页面后重试。");
    }
}
