package cn.gridbell.chat;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 404: no such chat, or not of one's grids. */
public final class ChatNotFound extends Problem {

    private static final long serialVersionUID = 1L;

    ChatNotFound() {
        super(HttpStatus.NOT_FOUND, "chat", "not-found", "没有找到", "没有找到这个会话，可能不在您负责的网格。");
    }
}
