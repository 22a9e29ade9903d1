package cn.gridbell.message;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 404: no such message, or not this person's to see. */
public final class MessageNotFound extends Problem {

    private static final long serialVersionUID = 1L;

    MessageNotFound() {
        super(HttpStatus.NOT_FOUND, "message", "not-found", "没有这条消息", "没有找到这条消息，请刷新列表后重试。");
    }
}
