package cn.gridbell.photo;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 503: no room for pictures right now: too many at once, or the storage does not answer; nothing was kept. */
final class PhotoStorageAway extends Problem {

    private static final long serialVersionUID = 1L;

    PhotoStorageAway() {
        super(HttpStatus.SERVICE_UNAVAILABLE, "photo", "busy", "图片处理繁忙", "现在上传图片的人较多，请几秒后再试；也可以先不带图片提交。");
        with("retryAfterSeconds", 3);
    }
}
