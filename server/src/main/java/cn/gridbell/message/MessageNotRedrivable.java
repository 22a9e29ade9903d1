package cn.gridbell.message;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 409: the message is on its way, or has ended in a manner that needs no further try. */
public final class MessageNotRedrivable extends Problem {

    private static final long serialVersionUID = 1L;

    MessageNotRedrivable() {
        super(HttpStatus.CONFLICT, "message", "not-redrivable", "不能重发", "只有未能通知到的消息可以重发，请刷新列表查看这条消息现在的状态。");
    }
}
