package cn.gridbell.message;

import cn.gridbell.message.wording.Scene;
import cn.gridbell.visit.CallBackAsked;
import cn.gridbell.visit.CallBackOverdue;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who is to call a resident back is told, and reminded. One row each, in the transaction of the fact. */
@Component
class CallBackNotices {

    private final Slips slips;

    CallBackNotices(Slips slips) {
        this.slips = slips;
    }

    @EventListener
    void on(CallBackAsked fact) {
        slips.write(Slip.about(
                Scene.VISIT_CALL_BACK,
                SubjectKind.VISIT,
                fact.visit().value(),
                fact.turn(),
                Recipient.of(fact.caller()),
                fact.at()));
    }

    @EventListener
    void on(CallBackOverdue fact) {
        slips.write(Slip.about(
                Scene.VISIT_CALL_BACK_OVERDUE,
                SubjectKind.VISIT,
                fact.visit().value(),
                1,
                Recipient.of(fact.caller()),
                fact.at()));
    }
}
