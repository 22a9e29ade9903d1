package cn.gridbell.visit.placing;

import cn.gridbell.visit.VisitId;
import cn.gridbell.visit.VisitsAhead;
import cn.gridbell.visit.step.VisitTransactions;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Moves visits whose member does not serve their door any more, each in its own transaction. */
@Component
class Placements {

    private static final Logger log = LoggerFactory.getLogger(Placements.class);
    private static final int BATCH = 200;
    private static final String WHY = "网格或人员有调整，改由现在负责您家的工作人员上门。";

    private final VisitsAhead ahead;
    private final PlacingMapper placing;
    private final VisitTransactions transactions;

    Placements(VisitsAhead ahead, PlacingMapper placing, VisitTransactions transactions) {
        this.ahead = ahead;
        this.placing = placing;
        this.transactions = transactions;
    }

    /** Looks through the visits ahead if the street was redrawn since the last time. @return how many moved */
    int run() {
        Long asked = placing.open();
        if (asked == null) {
            return 0;
        }
        int moved = 0;
        boolean all = true;
        long after = 0;
        List<VisitId> batch;
        do {
            batch = ahead.everybodys(after, BATCH);
            for (VisitId id : batch) {
                after = id.value();
                try {
                    moved += Boolean.TRUE.equals(transactions.run(() -> place(id))) ? 1 : 0;
                } catch (RuntimeException e) {
                    all = false; // the whole round is worked again
                    log.warn(
                            "visit {} could not be placed: {}", id, e.getClass().getName());
                }
            }
        } while (batch.size() == BATCH);
        if (all) {
            placing.done(asked);
        }
        return moved;
    }

    private boolean place(VisitId id) {
        return !ahead.answeredFor(id) && ahead.moveAlong(id, WHY);
    }
}
