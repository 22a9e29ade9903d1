package cn.gridbell.platform;

import org.springframework.http.HttpStatus;

/** 409: the first call with this key is still at work. */
public final class IdempotencyKeyInProgress extends Problem {

    private static final long serialVersionUID = 1L;

    IdempotencyKeyInProgress() {
        super(HttpStatus.CONFLICT, "platform", "in-progress", "正在处理", "上一次提交还在处理中，请稍等几秒再查看结果。");
    }
}
