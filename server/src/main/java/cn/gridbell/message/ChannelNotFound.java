package cn.gridbell.message;

import cn.gridbell.message.channel.Channel;
import cn.gridbell.platform.Problem;
import java.util.Arrays;
import org.springframework.http.HttpStatus;

/** 404: there is no such way. */
final class ChannelNotFound extends Problem {

    private static final long serialVersionUID = 1L;

    ChannelNotFound() {
        super(HttpStatus.NOT_FOUND, "message", "channel-not-found", "没有这个发送通道", "请从通道列表中选择。");
    }

    static Channel orKnown(String name) {
        return Arrays.stream(Channel.values())
                .filter(channel -> channel.name().equals(name))
                .findFirst()
                .orElseThrow(ChannelNotFound::new);
    }
}
