package cn.gridbell.chat;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 503: WeChat did not take the message. */
public final class ChatNotSent extends Problem {

    private static final long serialVersionUID = 1L;

    ChatNotSent() {
        super(HttpStatus.SERVICE_UNAVAILABLE, "chat", "not-sent", "没有发出去", "微信暂时无法发送，这条回复没有送达；请一分钟后再发一次，或打电话联系居民。");
    }
}
