package cn.gridbell.grid;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 422: the delivery has bad rows; {@code badRows[]} names each with file, line, column and reason. Nothing was kept. */
final class StreetNotClean extends Problem {

    private static final long serialVersionUID = 1L;

    StreetNotClean(ImportReport report) {
        super(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "grid",
                "street-not-clean",
                "街道数据有误",
                "有" + (report.badRows().size() + report.unlisted()) + "处需要修改，全部没有导入。请按清单逐行修改后重新上传。");
        with("badRows", report.badRows());
        with("unlisted", report.unlisted());
    }
}
