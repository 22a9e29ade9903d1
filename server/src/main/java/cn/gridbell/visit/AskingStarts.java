package cn.gridbell.visit;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A booking, another time for it, or another member before it is answered asks the member; part of its transaction. */
@Component
class AskingStarts {

    private final AskingMapper asking;
    private final VisitMapper visits;
    private final VisitOpenings openings;

    AskingStarts(AskingMapper asking, VisitMapper visits, VisitOpenings openings) {
        this.asking = asking;
        this.visits = visits;
        this.openings = openings;
    }

    @EventListener
    void on(VisitBooked fact) {
        ask(fact.visit());
    }

    @EventListener
    void on(VisitReassigned fact) {
        ask(fact.visit());
    }

    private void ask(VisitId id) {
        Visit visit = visits.find(id.value());
        if (visit != null && visit.status() == VisitStatus.REQUESTED) {
            asking.ask(
                    visit.id().value(),
                    AskingStage.MEMBER,
                    visit.member().value(),
                    openings.remindAt(visit.answerBy()));
        }
    }
}
