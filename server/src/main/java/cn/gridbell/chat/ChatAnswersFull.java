package cn.gridbell.chat;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 409: as many answers as are looked through quickly. */
public final class ChatAnswersFull extends Problem {

    private static final long serialVersionUID = 1L;

    ChatAnswersFull() {
        super(HttpStatus.CONFLICT, "chat", "answers-full", "关键词太多", "关键词回复最多300条，请先删除不用的。");
    }
}
