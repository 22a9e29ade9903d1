package cn.gridbell.platform;

import org.springframework.http.HttpStatus;

/** 422: the same key with another body. */
public final class IdempotencyKeyReused extends Problem {

    private static final long serialVersionUID = 1L;

    IdempotencyKeyReused() {
        super(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "platform",
                "idempotency-key-reused",
                "重复的请求标识",
                "这次提交的内容与上次不同，但用了同一个请求标识。请返回上一页重新填写后再提交。");
    }
}
