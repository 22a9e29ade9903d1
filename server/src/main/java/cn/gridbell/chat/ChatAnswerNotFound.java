package cn.gridbell.chat;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 404: no such keyword answer. */
public final class ChatAnswerNotFound extends Problem {

    private static final long serialVersionUID = 1L;

    ChatAnswerNotFound() {
        super(HttpStatus.NOT_FOUND, "chat", "answer-not-found", "没有找到", "没有找到这条关键词回复，可能已被删除，请刷新列表。");
    }
}
