package cn.gridbell.chat;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 409: the chat was closed. */
public final class ChatOver extends Problem {

    private static final long serialVersionUID = 1L;

    ChatOver() {
        super(HttpStatus.CONFLICT, "chat", "over", "会话已结束", "这个会话已经结束；居民再次转人工后会出现新的会话。");
    }
}
