package cn.gridbell.visit;

import cn.gridbell.platform.security.Caller;
import cn.gridbell.request.ReportNeed;
import cn.gridbell.request.RequestId;
import cn.gridbell.request.Requests;
import cn.gridbell.visit.step.VisitTransactions;
import java.time.Instant;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** What happens at the door and after: who is there, what came of it, which needs were found, what the resident thought. */
@Component
class VisitDoor {

    private final VisitParties parties;
    private final VisitHolds holds;
    private final VisitStore store;
    private final VisitTransactions transactions;
    private final DoorProof proof;
    private final Requests requests;

    VisitDoor(
            VisitParties parties,
            VisitHolds holds,
            VisitStore store,
            VisitTransactions transactions,
            DoorProof proof,
            Requests requests) {
        this.parties = parties;
        this.holds = holds;
        this.store = store;
        this.transactions = transactions;
        this.proof = proof;
        this.requests = requests;
    }

    /**
     * The member is at the door. Without a code the presence is graded lower, never refused.
     *
     * @throws DoorCodeWrong 422; the try counts whatever else happens
     * @throws DoorCodeSpent 409 after five tries
     * @throws DoorSignWrong 422
     * @throws VisitAlreadyMoved 409
     */
    Visit checkIn(Caller caller, VisitId id, CheckIn body) {
        Visit awaited = transactions.run(() -> {
            Visit visit = store.require(id);
            parties.checkMember(visit, caller);
            visit.checkAwaited();
            return visit;
        });
        Presence presence = proof.of(awaited, body);
        return step(id, visit -> {
            parties.checkMember(visit, caller);
            visit.checkIn(presence, store.now());
            store.write(visit);
        });
    }

    /**
     * The member sets out; the resident is told who comes and by when.
     *
     * @throws DepartureNotNow 409
     * @throws AlreadyOnTheWay 409
     * @throws VisitAlreadyMoved 409 unless it is confirmed
     */
    Visit depart(Caller caller, VisitId id, SetOut body) {
        return step(id, visit -> {
            parties.checkMember(visit, caller);
            visit.depart(store.departureLead(), body.way(), store.now());
            store.write(visit);
            store.announce(visit, VisitDeparted::new);
        });
    }

    /** The resident says that the member is there. */
    Visit confirmDoor(Caller caller, VisitId id) {
        return step(id, visit -> {
            parties.checkResident(visit, caller);
            visit.confirmDoor(store.now());
            store.write(visit);
        });
    }

    /**
     * What came of the knock. Each need found becomes a request in the same transaction.
     *
     * @throws cn.gridbell.platform.InvalidInput 400 for an unknown category: nothing is written then
     * @throws VisitAlreadyMoved 409
     */
    Visit recordOutcome(Caller caller, VisitId id, RecordOutcome found) {
        return step(id, visit -> {
            parties.checkMember(visit, caller);
            record(visit, found, store.now());
        });
    }

    /** @throws VisitAlreadyRated 409 */
    Visit rate(Caller caller, VisitId id, RateVisit rating) {
        return step(id, visit -> {
            parties.checkResident(visit, caller);
            visit.rate(rating.stars(), rating.helped(), rating.comment(), store.now());
            store.write(visit);
            store.announce(visit, VisitRated::new);
        });
    }

    /** Part of the caller's transaction. */
    void record(Visit visit, RecordOutcome found, Instant at) {
        visit.recordOutcome(found.result(), found.note(), at);
        store.write(visit);
        found.needs().forEach(need -> store.addNeed(visit, open(visit, need)));
        if (visit.end().isAfter(store.now())) {
            holds.free(visit);
        }
        store.announce(visit, VisitCompleted::new);
    }

    /** Part of the caller's transaction. */
    RequestId open(Visit visit, RecordOutcome.FoundNeed need) {
        return requests.reportNeed(
                new ReportNeed(need.category(), need.description(), visit.grid(), visit.resident(), visit.member()));
    }

    private Visit step(VisitId id, Consumer<Visit> what) {
        return transactions.run(() -> {
            Visit visit = store.require(id);
            what.accept(visit);
            return visit;
        });
    }
}
