package cn.gridbell.photo;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 400 or 413: what was sent is no picture we keep, or not one of the caller's free ones; nothing was stored. */
public final class PhotoRefused extends Problem {

    private static final long serialVersionUID = 1L;

    private PhotoRefused(HttpStatus status, String kind, String title, String detail) {
        super(status, "photo", kind, title, detail);
    }

    static PhotoRefused noPicture() {
        return new PhotoRefused(
                HttpStatus.BAD_REQUEST, "no-picture", "不是有效图片", "请上传JPG或PNG格式的照片；这个文件不是，或已经损坏，请换一张或重新拍摄。");
    }

    static PhotoRefused otherFormat() {
        return new PhotoRefused(
                HttpStatus.BAD_REQUEST, "other-format", "图片格式不支持", "只支持JPG和PNG格式的照片，请用手机相机重新拍摄，或转换格式后再上传。");
    }

    static PhotoRefused tooLarge() {
        return new PhotoRefused(HttpStatus.CONTENT_TOO_LARGE, "too-large", "图片太大", "图片不能超过10MB，请压缩后再上传。");
    }

    static PhotoRefused tooManyPixels() {
        return new PhotoRefused(HttpStatus.CONTENT_TOO_LARGE, "too-many-pixels", "图片尺寸太大", "图片不能超过4000万像素，请缩小尺寸后再上传。");
    }

    static PhotoRefused notYours() {
        return new PhotoRefused(HttpStatus.BAD_REQUEST, "not-usable", "图片不可用", "有图片不存在或已经使用过，请重新上传图片后再提交。");
    }
}
