package cn.gridbell.visit.rating;

import cn.gridbell.platform.personal.Expiring;
import cn.gridbell.visit.VisitForgotten;
import java.time.Instant;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was said on the telephone goes with the resident, or when its time is over; nobody calls a resident who left. */
@Component
class RatingErasure implements Expiring {

    private final FeedbackMapper feedback;

    RatingErasure(FeedbackMapper feedback) {
        this.feedback = feedback;
    }

    @EventListener
    void on(VisitForgotten fact) {
        feedback.callOff(fact.visit().value());
        feedback.eraseWords(fact.visit().value());
    }

    @Override
    public String name() {
        return "call-backs";
    }

    @Override
    public int usualDays() {
        return 365;
    }

    @Override
    @Transactional
    public int expire(Instant before, int most) {
        return feedback.endWords(before, most);
    }
}
