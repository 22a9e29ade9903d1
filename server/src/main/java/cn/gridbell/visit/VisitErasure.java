package cn.gridbell.visit;

import cn.gridbell.resident.ResidentForgotten;
import cn.gridbell.resident.ResidentId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A resident leaves: visits to come are called off, which the member is told, and what was said about visits past goes. That a member was at a
 * door stays: it is their work.
 */
@Component
class VisitErasure {

    private static final String REASON = "居民已注销，预约自动取消。";

    private final VisitMapper visits;
    private final VisitErasureMapper erasure;
    private final VisitHolds holds;
    private final VisitStore store;
    private final ApplicationEventPublisher events;

    VisitErasure(
            VisitMapper visits,
            VisitErasureMapper erasure,
            VisitHolds holds,
            VisitStore store,
            ApplicationEventPublisher events) {
        this.visits = visits;
        this.erasure = erasure;
        this.holds = holds;
        this.store = store;
        this.events = events;
    }

    @EventListener
    void on(ResidentForgotten fact) {
        ResidentId resident = fact.resident();
        for (long id : erasure.aheadOf(resident.value())) {
            Visit visit = visits.find(id);
            if (visit != null) {
                callOff(visit);
            }
        }
        erasure.allOf(resident.value()).forEach(id -> events.publishEvent(new VisitForgotten(new VisitId(id))));
        erasure.erase(resident.value());
    }

    /** If a side takes a step at this moment the whole letter is worked again. */
    private void callOff(Visit visit) {
        visit.cancel(VisitSide.RESIDENT, REASON);
        store.write(visit);
        holds.free(visit);
        store.announce(
                visit, (id, resident, member, turn, at) -> new VisitCancelled(id, resident, member, true, turn, at));
    }
}
