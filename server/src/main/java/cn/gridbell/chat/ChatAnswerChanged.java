package cn.gridbell.chat;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 409: somebody else changed the answer meanwhile. */
public final class ChatAnswerChanged extends Problem {

    private static final long serialVersionUID = 1L;

    ChatAnswerChanged() {
        super(HttpStatus.CONFLICT, "chat", "answer-changed", "内容已被修改", "这条关键词回复刚刚被别人修改过，请刷新后再改。");
    }
}
