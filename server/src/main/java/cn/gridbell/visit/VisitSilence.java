package cn.gridbell.visit;

import cn.gridbell.visit.step.VisitBusy;
import cn.gridbell.visit.step.VisitTransactions;
import java.util.List;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What silence means: nothing stays pending for ever. What is due is found as "due and not done", each visit in its own transaction, so any node
 * may do it and a node that dies leaves the rest to the next run.
 */
@Component
class VisitSilence {

    private static final Logger log = LoggerFactory.getLogger(VisitSilence.class);
    private static final int AT_ONCE = 200;

    private final VisitAsking asking;
    private final VisitNoShows noShows;
    private final VisitHolds holds;
    private final VisitStore store;
    private final VisitTransactions transactions;

    VisitSilence(
            VisitAsking asking,
            VisitNoShows noShows,
            VisitHolds holds,
            VisitStore store,
            VisitTransactions transactions) {
        this.asking = asking;
        this.noShows = noShows;
        this.holds = holds;
        this.store = store;
        this.transactions = transactions;
    }

    /**
     * Asks the next one above where nobody answered in time, and ends what nobody is left to answer; what was answered meanwhile is left alone.
     *
     * @return how many ended
     */
    int expireUnanswered() {
        return each(store.unanswered(AT_ONCE), this::endOrPassUp);
    }

    /** Reminds those who have been silent for half their term. @return how many */
    int remind() {
        return transactions.run(asking::remind);
    }

    /** Ends confirmed visits that nobody checked in to. @return how many */
    int endMissed() {
        return each(noShows.missed(AT_ONCE), this::endMissed);
    }

    private boolean endOrPassUp(Visit visit) {
        if (asking.passUp(visit)) {
            return false;
        }
        visit.expire(store.now());
        store.write(visit);
        holds.free(visit);
        store.announce(visit, VisitExpired::new);
        return true;
    }

    private boolean endMissed(Visit visit) {
        noShows.endMissed(visit);
        holds.free(visit);
        return true;
    }

    private int each(List<VisitId> due, Predicate<Visit> step) {
        int ended = 0;
        for (VisitId id : due) {
            try {
                if (transactions.run(() -> step.test(store.require(id)))) {
                    ended++;
                }
            } catch (VisitAlreadyMoved | VisitBusy e) {
                // answered at the last moment, or to be tried again at the next round
            } catch (RuntimeException e) {
                log.warn(
                        "visit {} is overdue and could not be ended: {}",
                        id,
                        e.getClass().getName());
            }
        }
        return ended;
    }
}
