package cn.gridbell.visit;

import cn.gridbell.platform.security.Caller;
import cn.gridbell.visit.step.VisitTransactions;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Sides that were not there. A resident's counts only if the member's presence is proven and the resident does not object; from some on staff see
 * them, and nobody is refused anything for them without a person's decision.
 */
@Component
class VisitNoShows {

    private final NoShowMapper noShows;
    private final VisitStore store;
    private final VisitParties parties;
    private final VisitHolds holds;
    private final VisitTerms terms;
    private final VisitTransactions transactions;

    VisitNoShows(
            NoShowMapper noShows,
            VisitStore store,
            VisitParties parties,
            VisitHolds holds,
            VisitTerms terms,
            VisitTransactions transactions) {
        this.noShows = noShows;
        this.store = store;
        this.parties = parties;
        this.holds = holds;
        this.terms = terms;
        this.transactions = transactions;
    }

    /** Confirmed visits that are long over without a check-in. */
    List<VisitId> missed(int most) {
        return noShows.missed(store.now().minus(terms.missedAfter()), most).stream()
                .map(VisitId::new)
                .toList();
    }

    /** Part of the caller's transaction. @throws VisitAlreadyMoved 409 */
    void endMissed(Visit visit) {
        end(visit, false);
    }

    private void end(Visit visit, boolean saidByResident) {
        visit.miss(store.now());
        store.write(visit);
        noShows.insert(
                visit.id().value(),
                VisitSide.MEMBER,
                saidByResident,
                visit.resident().value(),
                visit.member().value(),
                store.now());
        store.announce(visit, VisitMissed::new);
    }

    /**
     * The resident waited and nobody came.
     *
     * @throws NoShowNotNow 409 before the agreed time is over
     * @throws VisitAlreadyMoved 409
     */
    void nobodyCame(Caller caller, VisitId id) {
        transactions.run(() -> {
            Visit visit = store.require(id);
            parties.checkResident(visit, caller);
            if (visit.status() == VisitStatus.CONFIRMED && visit.end().isAfter(store.now())) {
                throw NoShowNotNow.tooSoon();
            }
            end(visit, true);
            holds.free(visit);
            return visit;
        });
    }

    /** @throws NoShowNotNow 409 */
    void object(Caller caller, VisitId id) {
        transactions.run(() -> {
            Visit visit = store.require(id);
            parties.checkResident(visit, caller);
            if (noShows.object(id.value(), store.now()) == 0) {
                throw NoShowNotNow.nothingToObject();
            }
            return visit;
        });
    }

    /** How often the resident was not there lately; 0 below the number from which staff see it. */
    int shownOf(Visit visit) {
        int count =
                noShows.ofResident(visit.resident().value(), store.now().minus(Duration.ofDays(terms.noShowDays())));
        return count < terms.noShowsShown() ? 0 : count;
    }

    /** The visit ended because nobody had checked in for long, and nobody said that nobody came. */
    boolean endedByTimeAlone(Visit visit) {
        return visit.status() == VisitStatus.EXPIRED
                && noShows.isByTimeAlone(visit.id().value());
    }

    /** The member was there after all. Part of the caller's transaction. */
    void takeBack(Visit visit) {
        noShows.takeBack(visit.id().value());
    }
}
