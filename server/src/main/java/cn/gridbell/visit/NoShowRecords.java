package cn.gridbell.visit;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notes that the resident was not at home at an agreed time, if the member's presence is proven; part of the outcome's transaction. */
@Component
class NoShowRecords {

    private static final Set<CheckInGrade> WORD_ALONE = EnumSet.of(CheckInGrade.OWN_WORD, CheckInGrade.OTHER_TIME);

    private final NoShowMapper noShows;
    private final VisitMapper visits;

    NoShowRecords(NoShowMapper noShows, VisitMapper visits) {
        this.noShows = noShows;
        this.visits = visits;
    }

    @EventListener
    void on(VisitForgotten fact) {
        noShows.forget(fact.visit().value());
    }

    @EventListener
    void on(VisitCompleted fact) {
        Visit visit = visits.find(fact.visit().value());
        if (visit == null || visit.result() != VisitResult.NOT_HOME) {
            return;
        }
        CheckInGrade grade = visit.checkInGrade();
        boolean proven = grade != null && !WORD_ALONE.contains(grade);
        boolean agreed = visit.doorCode() != null;
        if (proven && agreed && visit.resident().value() != 0) {
            noShows.insert(
                    fact.visit().value(),
                    VisitSide.RESIDENT,
                    false,
                    visit.resident().value(),
                    visit.member().value(),
                    fact.at());
        }
    }
}
