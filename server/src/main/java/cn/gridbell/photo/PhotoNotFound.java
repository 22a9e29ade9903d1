package cn.gridbell.photo;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 404: there is no such picture any more. */
final class PhotoNotFound extends Problem {

    private static final long serialVersionUID = 1L;

    PhotoNotFound() {
        super(HttpStatus.NOT_FOUND, "photo", "not-found", "没有这张图片", "这张图片不存在或已删除，请返回上一页刷新。");
    }
}
