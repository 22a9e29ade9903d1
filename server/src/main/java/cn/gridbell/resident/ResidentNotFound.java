package cn.gridbell.resident;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 404: no such resident or household. */
public final class ResidentNotFound extends Problem {

    private static final long serialVersionUID = 1L;

    ResidentNotFound() {
        super(HttpStatus.NOT_FOUND, "resident", "not-found", "没有找到", "没有找到这位居民，请重新登录小程序。");
    }
}
