package cn.gridbell.photo;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 503: too many pictures at once, or the storage does not answer; nothing was kept. */
final class PhotoStorageAway extends Problem {

    private static final long serialVersionUID = 1L;

    private PhotoStorageAway(String kind, String title, String detail, int retryAfterSeconds) {
        super(HttpStatus.SERVICE_UNAVAILABLE, "photo", kind, title, detail);
        with("retryAfterSeconds", retryAfterSeconds);
    }

    static PhotoStorageAway busy() {
        return new PhotoStorageAway("busy", "图片处理繁忙", "现在上传图片的人较多，请几秒后再试；也可以先不带图片提交。", 3);
    }

    static PhotoStorageAway away() {
        return new PhotoStorageAway("storage-away", "图片暂时无法存取", "图片服务暂时不可用，这张图片没有保存，请稍后再试；也可以先不带图片提交。", 30);
    }

    /** To somebody who only wants to look. */
    static PhotoStorageAway notShown() {
        return new PhotoStorageAway("storage-away", "图片暂时无法显示", "图片服务暂时不可用，请稍后刷新页面再看。", 10);
    }
}
