package cn.gridbell.chat;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 409: another answer has this word. */
public final class ChatAnswerTaken extends Problem {

    private static final long serialVersionUID = 1L;

    ChatAnswerTaken() {
        super(HttpStatus.CONFLICT, "chat", "answer-taken", "关键词已存在", "已有相同关键词和匹配方式的回复，请直接修改那一条。");
    }
}
