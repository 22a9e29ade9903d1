package cn.gridbell.visit;

import cn.gridbell.platform.security.Caller;
import cn.gridbell.staff.StaffId;
import cn.gridbell.visit.opening.Cells;
import cn.gridbell.visit.step.VisitTransactions;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the two sides answer each other before the day: confirmed, declined, other times, called off. */
@Component
class VisitAnswers {

    private final VisitParties parties;
    private final VisitHolds holds;
    private final VisitsAhead ahead;
    private final VisitStore store;
    private final VisitTransactions transactions;
    private final DoorCodes codes;

    VisitAnswers(
            VisitParties parties,
            VisitHolds holds,
            VisitsAhead ahead,
            VisitStore store,
            VisitTransactions transactions,
            DoorCodes codes) {
        this.parties = parties;
        this.holds = holds;
        this.ahead = ahead;
        this.store = store;
        this.transactions = transactions;
        this.codes = codes;
    }

    /** The member comes. @throws VisitAlreadyMoved 409 @throws NobodyToSend 409 if they are away or busy then */
    Visit confirm(Caller caller, VisitId id) {
        return step(id, visit -> {
            parties.checkMemberOrLead(visit, caller);
            visit.confirm(codes.issue(id), store.now());
            store.write(visit);
            ahead.secure(visit);
            store.announce(visit, VisitConfirmed::new);
        });
    }

    /** @throws VisitAlreadyMoved 409 */
    Visit decline(Caller caller, VisitId id, String reason) {
        return step(id, visit -> {
            parties.checkMemberOrLead(visit, caller);
            visit.decline(reason);
            store.write(visit);
            holds.free(visit);
            store.announce(visit, VisitDeclined::new);
        });
    }

    /**
     * The member names other times: they are all held until the resident picks, the first time is given back.
     *
     * @param starts 1 to 3, no two of them in each other's way
     * @param reason why, for the resident
     * @throws TimeHeld 409 if the member or the door is busy at one of them
     * @throws OpeningNotOffered 422 if one is past, too far or no quarter of an hour
     */
    Visit propose(Caller caller, VisitId id, List<Instant> starts, @Nullable String reason) {
        return step(id, visit -> {
            parties.checkMemberOrLead(visit, caller);
            ahead.propose(visit, starts, reason);
        });
    }

    /**
     * The resident picks one of the times proposed.
     *
     * @throws ProposalUnknown 422
     * @throws VisitAlreadyMoved 409
     * @throws NobodyToSend 409 if the member cannot go any more and the lead has not found anybody yet
     */
    Visit choose(Caller caller, VisitId id, Instant start) {
        return step(id, visit -> {
            parties.checkResident(visit, caller);
            visit.choose(() -> chosen(visit, start), codes.issue(id));
            store.write(visit);
            holds.keepOnly(visit);
            ahead.secure(visit);
            store.announce(visit, VisitTimeChosen::new);
        });
    }

    /** @throws VisitAlreadyMoved 409 */
    Visit cancelByResident(Caller caller, VisitId id, String reason) {
        return step(id, visit -> {
            parties.checkResident(visit, caller);
            cancel(visit, VisitSide.RESIDENT, reason);
        });
    }

    /** @throws VisitAlreadyMoved 409 */
    Visit cancelByMember(Caller caller, VisitId id, String reason) {
        return step(id, visit -> {
            parties.checkMemberOrLead(visit, caller);
            cancel(visit, VisitSide.MEMBER, reason);
        });
    }

    /**
     * Another member of the grid goes; the time stays, or the times the resident may choose from.
     *
     * @throws TimeHeld 409 if the other member is busy then
     * @throws MemberNotOfGrid 422
     */
    Visit reassign(Caller caller, VisitId id, StaffId member, String reason) {
        return step(id, visit -> {
            parties.checkLead(visit, caller);
            parties.requireMemberFor(visit, member);
            List<Cells> times = ahead.timesOf(visit);
            holds.queueFor(member, times.stream().map(Cells::start).toList());
            StaffId former = visit.member();
            visit.handTo(member, reason);
            store.write(visit);
            if (!holds.handOver(visit, member, times)) {
                throw new TimeHeld();
            }
            store.announce(
                    visit,
                    (at, resident, now, turn, moment) -> new VisitReassigned(at, resident, now, former, turn, moment));
        });
    }

    private void cancel(Visit visit, VisitSide side, String reason) {
        visit.cancel(side, reason);
        store.write(visit);
        holds.free(visit);
        store.announce(
                visit,
                (id, resident, member, turn, at) ->
                        new VisitCancelled(id, resident, member, side == VisitSide.RESIDENT, turn, at));
    }

    private Cells chosen(Visit visit, Instant start) {
        if (!store.proposalsOf(visit).contains(start)) {
            throw new ProposalUnknown();
        }
        if (!start.isAfter(store.now())) {
            throw OpeningNotOffered.past();
        }
        return Cells.from(start, visit.cells().count());
    }

    private Visit step(VisitId id, Consumer<Visit> what) {
        return transactions.run(() -> {
            Visit visit = store.require(id);
            what.accept(visit);
            return visit;
        });
    }
}
