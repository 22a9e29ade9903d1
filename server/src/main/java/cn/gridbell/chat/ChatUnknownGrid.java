package cn.gridbell.chat;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 404: no such grid, or not one's own. */
public final class ChatUnknownGrid extends Problem {

    private static final long serialVersionUID = 1L;

    ChatUnknownGrid() {
        super(HttpStatus.NOT_FOUND, "chat", "grid-not-found", "没有找到", "没有找到这个网格，或不在您负责的范围。");
    }
}
