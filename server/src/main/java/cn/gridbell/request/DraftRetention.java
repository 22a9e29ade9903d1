package cn.gridbell.request;

import cn.gridbell.platform.personal.Expiring;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Drafts that came to an end. Thirty days at most whatever is set: {@code ChatDrafts} sweeps them too. */
@Component
class DraftRetention implements Expiring {

    private final ChatDraftMapper drafts;

    DraftRetention(ChatDraftMapper drafts) {
        this.drafts = drafts;
    }

    @Override
    public String name() {
        return "drafts";
    }

    @Override
    public int usualDays() {
        return 30;
    }

    @Override
    @Transactional
    public int expire(Instant before, int most) {
        return drafts.forget(before, most);
    }
}
