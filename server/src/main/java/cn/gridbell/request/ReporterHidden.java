package cn.gridbell.request;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 403: who reported this is hidden from this staff member, or nobody is known. */
final class ReporterHidden extends Problem {

    private static final long serialVersionUID = 1L;

    ReporterHidden() {
        super(
                HttpStatus.FORBIDDEN,
                "request",
                "reporter-hidden",
                "不能查看报送居民",
                "这件诉求的报送居民受保护，您不能查看其联系方式；需要补充情况请通过系统留言，或联系街道。");
    }
}
