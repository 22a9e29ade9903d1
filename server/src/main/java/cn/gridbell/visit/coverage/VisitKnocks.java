package cn.gridbell.visit.coverage;

import cn.gridbell.visit.DoorVisits;
import cn.gridbell.visit.VisitCompleted;
import cn.gridbell.visit.VisitKnock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A visit that took place was a knock too: a campaign need not come to that door again. In the transaction of the outcome. */
@Component
class VisitKnocks {

    private final KnockLedger ledger;
    private final DoorVisits visits;

    VisitKnocks(KnockLedger ledger, DoorVisits visits) {
        this.ledger = ledger;
        this.visits = visits;
    }

    @EventListener
    void on(VisitCompleted fact) {
        if (!ledger.isWritten(fact.visit())) {
            visits.knockOf(fact.visit()).ifPresent(this::write);
        }
    }

    private void write(VisitKnock knock) {
        ledger.write(new KnockLedger.Knock(
                knock.household(), knock.grid(), knock.member(), knock.result(), null, knock.visit(), knock.at()));
    }
}
