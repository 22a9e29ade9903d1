package cn.gridbell.photo;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 403: the link was changed or its time is over. */
final class PhotoLinkOver extends Problem {

    private static final long serialVersionUID = 1L;

    PhotoLinkOver() {
        super(HttpStatus.FORBIDDEN, "photo", "link-over", "链接已失效", "图片链接已失效，请返回上一页刷新后重新打开。");
    }
}
