package cn.gridbell.message;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 409: nobody has to be told this by telephone. */
final class NobodyToCall extends Problem {

    private static final long serialVersionUID = 1L;

    NobodyToCall() {
        super(HttpStatus.CONFLICT, "message", "nobody-to-call", "没有需要电话告知的居民", "这条消息已经送达、已经告知，或不是发给居民的，不需要再查看电话。");
    }
}
