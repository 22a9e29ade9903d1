package cn.gridbell.message;

import cn.gridbell.message.wording.Scene;
import cn.gridbell.visit.VisitAnswerDue;
import cn.gridbell.visit.VisitBooked;
import cn.gridbell.visit.VisitCancelled;
import cn.gridbell.visit.VisitCompleted;
import cn.gridbell.visit.VisitConfirmed;
import cn.gridbell.visit.VisitDeclined;
import cn.gridbell.visit.VisitDeparted;
import cn.gridbell.visit.VisitExpired;
import cn.gridbell.visit.VisitId;
import cn.gridbell.visit.VisitMissed;
import cn.gridbell.visit.VisitPassedUp;
import cn.gridbell.visit.VisitPlanned;
import cn.gridbell.visit.VisitProposed;
import cn.gridbell.visit.VisitReassigned;
import cn.gridbell.visit.VisitTimeChosen;
import cn.gridbell.visit.VisitUnplaced;
import java.time.Instant;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who is told what about a visit. One row each, in the transaction of the fact, and nothing else. */
@Component
class VisitNotices {

    private final Slips slips;
    private final News news;

    VisitNotices(Slips slips, News news) {
        this.slips = slips;
        this.news = news;
    }

    @EventListener
    void on(VisitBooked fact) {
        tell(Scene.VISIT_REQUESTED, fact.visit(), fact.turn(), Recipient.of(fact.member()), fact.at());
    }

    @EventListener
    void on(VisitConfirmed fact) {
        Recipient resident = Recipient.of(fact.resident());
        tell(Scene.VISIT_CONFIRMED, fact.visit(), fact.turn(), resident, fact.at());
        remind(Scene.VISIT_REMINDER, Scene.VISIT_SOON, fact.visit(), fact.turn(), resident, fact.at());
        Recipient member = Recipient.of(fact.member());
        remind(Scene.VISIT_TASK_REMINDER, Scene.VISIT_TASK_SOON, fact.visit(), fact.turn(), member, fact.at());
    }

    /** The member named several times: only now is known which it is. */
    @EventListener
    void on(VisitTimeChosen fact) {
        Recipient resident = Recipient.of(fact.resident());
        Recipient member = Recipient.of(fact.member());
        tell(Scene.VISIT_MOVED, fact.visit(), fact.turn(), resident, fact.at());
        tell(Scene.VISIT_TASK, fact.visit(), fact.turn(), member, fact.at());
        remind(Scene.VISIT_REMINDER, Scene.VISIT_SOON, fact.visit(), fact.turn(), resident, fact.at());
        remind(Scene.VISIT_TASK_REMINDER, Scene.VISIT_TASK_SOON, fact.visit(), fact.turn(), member, fact.at());
    }

    @EventListener
    void on(VisitReassigned fact) {
        Recipient member = Recipient.of(fact.member());
        tell(Scene.VISIT_TASK, fact.visit(), fact.turn(), member, fact.at());
        remind(Scene.VISIT_TASK_REMINDER, Scene.VISIT_TASK_SOON, fact.visit(), fact.turn(), member, fact.at());
        tell(Scene.VISIT_REASSIGNED, fact.visit(), fact.turn(), Recipient.of(fact.resident()), fact.at());
        if (!fact.former().equals(fact.member())) {
            tell(Scene.VISIT_TASK_GONE, fact.visit(), fact.turn(), Recipient.of(fact.former()), fact.at());
        }
    }

    @EventListener
    void on(VisitDeparted fact) {
        tell(Scene.MEMBER_ON_THE_WAY, fact.visit(), fact.turn(), Recipient.of(fact.resident()), fact.at());
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

    @EventListener
    void on(VisitPassedUp fact) {
        tell(Scene.VISIT_ANSWER_WANTED, fact.visit(), fact.turn(), Recipient.of(fact.asked()), fact.at());
        tell(Scene.VISIT_PASSED_UP, fact.visit(), fact.turn(), Recipient.of(fact.resident()), fact.at());
    }

    @EventListener
    void on(VisitAnswerDue fact) {
        tell(Scene.VISIT_ANSWER_DUE, fact.visit(), fact.turn(), Recipient.of(fact.asked()), fact.at());
    }

    @EventListener
    void on(VisitPlanned fact) {
        Recipient resident = Recipient.of(fact.resident());
        tell(Scene.VISIT_PLANNED, fact.visit(), fact.turn(), resident, fact.at());
        remind(Scene.VISIT_REMINDER, Scene.VISIT_SOON, fact.visit(), fact.turn(), resident, fact.at());
        Recipient member = Recipient.of(fact.member());
        remind(Scene.VISIT_TASK_REMINDER, Scene.VISIT_TASK_SOON, fact.visit(), fact.turn(), member, fact.at());
    }

    @EventListener
    void on(VisitMissed fact) {
        tell(Scene.VISIT_MISSED, fact.visit(), fact.turn(), Recipient.of(fact.resident()), fact.at());
    }

    @EventListener
    void on(VisitUnplaced fact) {
        tell(Scene.VISIT_UNPLACED, fact.visit(), fact.turn(), Recipient.of(fact.lead()), fact.at());
    }

    /** Planned in the transaction of the fact: nothing later has to remember it, and the queue finds it due whatever was down meanwhile. */
    private void remind(Scene evening, Scene soon, VisitId visit, int turn, Recipient person, Instant at) {
        news.ofVisit(visit.value()).ifPresent(stands -> {
            plan(evening, visit, turn, person, at, Reminders.eveningBefore(stands.start()));
            plan(soon, visit, turn, person, at, Reminders.soonBefore(stands.start()));
        });
    }

    private void plan(Scene scene, VisitId visit, int turn, Recipient person, Instant at, Instant time) {
        if (person.id() != 0 && Reminders.worthwhile(time, at)) {
            slips.write(Slip.about(scene, SubjectKind.VISIT, visit.value(), turn, person, at)
                    .plannedFor(time));
        }
    }

    /** Nobody is told where nobody has signed in. */
    private void tell(Scene scene, VisitId visit, int turn, Recipient person, Instant at) {
        if (person.id() == 0) {
            return;
        }
        slips.write(Slip.about(scene, SubjectKind.VISIT, visit.value(), turn, person, at));
    }
}
