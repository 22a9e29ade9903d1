package cn.gridbell.visit.outbox;

import cn.gridbell.visit.VisitForgotten;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What still waits about the visit of a resident who left is not worked any more, and its words go. */
@Component
class OutboxErasure {

    private static final String DETAIL = "居民已注销，这条记录不再登记。";

    private final OutboxMapper items;

    OutboxErasure(OutboxMapper items) {
        this.items = items;
    }

    @EventListener
    void on(VisitForgotten fact) {
        items.endWaiting(fact.visit().value(), "urn:problem:visit:outbox-resident-gone", DETAIL);
    }
}
