package cn.gridbell.visit;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A booking, or another time for it, asks the member; part of its transaction. */
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
        Visit visit = visits.find(fact.visit().value());
        if (visit != null) {
            asking.ask(
                    visit.id().value(),
                    AskingStage.MEMBER,
                    visit.member().value(),
                    openings.remindAt(visit.answerBy()));
        }
    }
}
