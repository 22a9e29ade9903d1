package cn.gridbell.message;

import cn.gridbell.message.wording.Scene;
import cn.gridbell.visit.VisitBooked;
import cn.gridbell.visit.VisitCancelled;
import cn.gridbell.visit.VisitCompleted;
import cn.gridbell.visit.VisitConfirmed;
import cn.gridbell.visit.VisitDeclined;
import cn.gridbell.visit.VisitExpired;
import cn.gridbell.visit.VisitId;
import cn.gridbell.visit.VisitProposed;
import cn.gridbell.visit.VisitReassigned;
import cn.gridbell.visit.VisitTimeChosen;
import java.time.Instant;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who is told what about a visit. One row each, in the transaction of the fact, and nothing else. */
@Component
class VisitNotices {

    private final Slips slips;

    VisitNotices(Slips slips) {
        this.slips = slips;
    }

    @EventListener
    void on(VisitBooked fact) {
        tell(Scene.VISIT_REQUESTED, fact.visit(), fact.turn(), Recipient.of(fact.member()), fact.at());
    }

    @EventListener
    void on(VisitConfirmed fact) {
        tell(Scene.VISIT_CONFIRMED, fact.visit(), fact.turn(), Recipient.of(fact.resident()), fact.at());
    }

    /** The member named several times: only now is known which it is. */
    @EventListener
    void on(VisitTimeChosen fact) {
        tell(Scene.VISIT_TASK, fact.visit(), fact.turn(), Recipient.of(fact.member()), fact.at());
    }

    @EventListener
    void on(VisitReassigned fact) {
        tell(Scene.VISIT_TASK, fact.visit(), fact.turn(), Recipient.of(fact.member()), fact.at());
        tell(Scene.VISIT_REASSIGNED, fact.visit(), fact.turn(), Recipient.of(fact.resident()), fact.at());
    }

    @EventListener
    void on(VisitProposed fact) {
        tell(Scene.VISIT_PROPOSED, fact.visit(), fact.turn(), Recipient.of(fact.resident()), fact.at());
    }

    @EventListener
    void on(VisitDeclined fact) {
        tell(Scene.VISIT_DECLINED, fact.visit(), fact.turn(), Recipient.of(fact.resident()), fact.at());
    }

    /** The side that called it off knows. */
    @EventListener
    void on(VisitCancelled fact) {
        if (fact.byResident()) {
            tell(Scene.VISIT_CALLED_OFF, fact.visit(), fact.turn(), Recipient.of(fact.member()), fact.at());
        } else {
            tell(Scene.VISIT_CANCELLED, fact.visit(), fact.turn(), Recipient.of(fact.resident()), fact.at());
        }
    }

    @EventListener
    void on(VisitExpired fact) {
        tell(Scene.VISIT_EXPIRED, fact.visit(), fact.turn(), Recipient.of(fact.resident()), fact.at());
    }

    @EventListener
    void on(VisitCompleted fact) {
        tell(Scene.VISIT_OUTCOME, fact.visit(), fact.turn(), Recipient.of(fact.resident()), fact.at());
    }

    private void tell(Scene scene, VisitId visit, int turn, Recipient person, Instant at) {
        slips.write(Slip.about(scene, SubjectKind.VISIT, visit.value(), turn, person, at));
    }
}
