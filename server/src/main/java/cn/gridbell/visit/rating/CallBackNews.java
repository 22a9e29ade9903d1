package cn.gridbell.visit.rating;

import java.time.Clock;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells other rooms, which write what they need into the same transaction. */
@Component
class CallBackNews {

    private final ApplicationEventPublisher events;
    private final Clock clock;

    CallBackNews(ApplicationEventPublisher events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    void tell(Object fact) {
        events.publishEvent(fact);
    }

    Instant now() {
        return clock.instant();
    }
}
