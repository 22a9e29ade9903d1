package cn.gridbell.message;

import cn.gridbell.platform.personal.Expiring;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was said to people a year ago and more. */
@Component
class MessageRetention implements Expiring {

    private final MessageErasureMapper messages;

    MessageRetention(MessageErasureMapper messages) {
        this.messages = messages;
    }

    @Override
    public String name() {
        return "messages";
    }

    @Override
    public int usualDays() {
        return 365;
    }

    @Override
    @Transactional
    public int expire(Instant before, int most) {
        List<Long> old = messages.settledBefore(before, most);
        if (!old.isEmpty()) {
            messages.deleteReceiptsOfAll(old);
            messages.deleteAll(old);
        }
        return old.size();
    }
}
