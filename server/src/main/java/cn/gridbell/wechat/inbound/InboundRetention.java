package cn.gridbell.wechat.inbound;

import cn.gridbell.platform.personal.Expiring;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What WeChat pushed. Ninety days at most whatever is set: the worker clears it between letters. */
@Component
class InboundRetention implements Expiring {

    private final InboundMapper rows;

    InboundRetention(InboundMapper rows) {
        this.rows = rows;
    }

    @Override
    public String name() {
        return "inbound-log";
    }

    @Override
    public int usualDays() {
        return 90;
    }

    @Override
    @Transactional
    public int expire(Instant before, int most) {
        int ended = 0;
        int gone;
        do {
            gone = rows.forgetBefore(before);
            ended += gone;
        } while (gone > 0 && ended < most);
        return Math.min(ended, most);
    }
}
