package cn.gridbell.chat;

import cn.gridbell.platform.personal.Expiring;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Talks with staff, half a year after they were closed. */
@Component
class ChatRetention implements Expiring {

    private final ChatRetentionMapper chats;

    ChatRetention(ChatRetentionMapper chats) {
        this.chats = chats;
    }

    @Override
    public String name() {
        return "chats";
    }

    @Override
    public int usualDays() {
        return 180;
    }

    @Override
    @Transactional
    public int expire(Instant before, int most) {
        List<Long> closed = chats.closedBefore(before, most);
        for (long chat : closed) {
            chats.deleteLines(chat);
            chats.delete(chat);
        }
        return closed.size();
    }
}
