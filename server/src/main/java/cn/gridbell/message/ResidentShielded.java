package cn.gridbell.message;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 403: it is hidden from this staff member who reported the matter. */
final class ResidentShielded extends Problem {

    private static final long serialVersionUID = 1L;

    ResidentShielded() {
        super(HttpStatus.FORBIDDEN, "message", "resident-shielded", "不能查看这位居民", "这件诉求的报送居民受保护，您不能查看其联系方式，请联系街道办理。");
    }
}
