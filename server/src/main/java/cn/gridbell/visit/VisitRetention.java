package cn.gridbell.visit;

import cn.gridbell.platform.personal.Expiring;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was said about visits long past; that a member was at a door stays. */
@Component
class VisitRetention implements Expiring {

    private final VisitErasureMapper visits;

    VisitRetention(VisitErasureMapper visits) {
        this.visits = visits;
    }

    @Override
    public String name() {
        return "visit-words";
    }

    @Override
    public int usualDays() {
        return 365;
    }

    @Override
    @Transactional
    public int expire(Instant before, int most) {
        return visits.endWords(before, most);
    }
}
