package cn.gridbell.visit;

import cn.gridbell.platform.security.Caller;
import cn.gridbell.staff.StaffId;
import cn.gridbell.visit.opening.Cells;
import cn.gridbell.visit.step.VisitTransactions;
import java.util.List;
import org.springframework.stereotype.Component;

/** A resident takes another opening for a visit: one transaction gives back the old time and takes the new. */
@Component
class VisitTimeChanges {

    private final VisitParties parties;
    private final VisitOpenings openings;
    private final VisitHolds holds;
    private final VisitStore store;
    private final VisitTransactions transactions;
    private final VisitTerms terms;

    VisitTimeChanges(
            VisitParties parties,
            VisitOpenings openings,
            VisitHolds holds,
            VisitStore store,
            VisitTransactions transactions,
            VisitTerms terms) {
        this.parties = parties;
        this.openings = openings;
        this.holds = holds;
        this.store = store;
        this.transactions = transactions;
        this.terms = terms;
    }

    /**
     * @throws OpeningNotOffered 422
     * @throws OpeningTaken 409, with the next free ones; the old time stays
     * @throws HouseholdBusy 409
     * @throws TooLateToChange 409
     * @throws VisitAlreadyMoved 409
     */
    void change(Caller caller, VisitId id, ChangeTime wish) {
        StaffId member = transactions.run(() -> {
            Visit visit = store.require(id);
            parties.checkResident(visit, caller);
            return visit.member();
        });
        openings.checkPossible(wish.start());
        try {
            transactions.run(() -> move(id, member, wish));
        } catch (CellTaken e) {
            if (e.household()) {
                throw new HouseholdBusy();
            }
            throw new OpeningTaken(openings.insteadOf(parties.of(caller), wish.start()));
        }
    }

    private Visit move(VisitId id, StaffId member, ChangeTime wish) {
        holds.queueFor(member, List.of(wish.start()));
        Visit visit = store.require(id);
        if (!visit.isDoneBy(member)) {
            throw new VisitAlreadyMoved(visit.status()); // somebody else goes since it was looked at
        }
        Cells time = openings.requireOffered(member, wish.start());
        visit.changeTime(time, openings.answerBy(time.start()), terms.changeNotice(), wish.reason(), store.now());
        store.write(visit);
        holds.free(visit);
        holds.take(visit, time);
        store.announce(visit, VisitBooked::new);
        return visit;
    }
}
