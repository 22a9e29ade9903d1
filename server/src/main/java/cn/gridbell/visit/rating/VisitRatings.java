package cn.gridbell.visit.rating;

import cn.gridbell.visit.DoorVisits;
import cn.gridbell.visit.VisitRated;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears of each rating in its transaction. */
@Component
class VisitRatings {

    private final Feedback feedback;
    private final DoorVisits visits;

    VisitRatings(Feedback feedback, DoorVisits visits) {
        this.feedback = feedback;
        this.visits = visits;
    }

    @EventListener
    void on(VisitRated fact) {
        visits.ratedVisit(fact.visit()).ifPresent(visit -> feedback.keep(visit, fact.at()));
    }
}
