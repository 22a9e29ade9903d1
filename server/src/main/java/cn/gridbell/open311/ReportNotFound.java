package cn.gridbell.open311;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 404: nothing of that number came from another platform, or it has no contact any more. */
final class ReportNotFound extends Problem {

    private static final long serialVersionUID = 1L;

    ReportNotFound() {
        super(HttpStatus.NOT_FOUND, "open311", "report-not-found", "没有联系方式", "这个编号不是其他平台提交的，或联系方式没有填写、已经删除。");
    }
}
