package cn.gridbell.chat;

import cn.gridbell.platform.Problem;
import org.springframework.http.HttpStatus;

/** 409: WeChat lets the official account write within 48 hours of a message, five times. */
public final class ChatWindowClosed extends Problem {

    private static final long serialVersionUID = 1L;

    ChatWindowClosed() {
        super(
                HttpStatus.CONFLICT,
                "chat",
                "window-closed",
                "现在不能回复",
                "居民超过48小时没有在公众号发言，或本轮的5条回复已经用完，微信不允许再发消息；请改为打电话联系居民。");
    }
}
