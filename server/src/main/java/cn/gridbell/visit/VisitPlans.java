package cn.gridbell.visit;

import cn.gridbell.platform.IdempotencyKey;
import cn.gridbell.platform.IdempotencyKeys.What;
import cn.gridbell.platform.InvalidInput;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.staff.StaffId;
import cn.gridbell.visit.opening.Cells;
import cn.gridbell.visit.step.VisitTransactions;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Staff plan visits nobody asked for: they hold their time like any other. */
@Component
class VisitPlans {

    private final VisitParties parties;
    private final VisitOpenings openings;
    private final VisitHolds holds;
    private final VisitStore store;
    private final VisitTransactions transactions;

    VisitPlans(
            VisitParties parties,
            VisitOpenings openings,
            VisitHolds holds,
            VisitStore store,
            VisitTransactions transactions) {
        this.parties = parties;
        this.openings = openings;
        this.holds = holds;
        this.store = store;
        this.transactions = transactions;
    }

    /**
     * @throws VisitNotFound 404 if the door, or the request, is not where the caller serves
     * @throws MemberNotOfGrid 422
     * @throws OpeningNotOffered 422
     * @throws TimeHeld 409
     */
    Planned plan(Caller caller, @Nullable IdempotencyKey key, PlanVisit wish) {
        if (wish.householdId() == null && wish.requestId() == null) {
            throw InvalidInput.of("householdId", "请选择要走访的住户，或要回访的诉求。");
        }
        if (wish.reason() == PlanVisit.Reason.FOLLOW_UP && wish.requestId() == null) {
            throw InvalidInput.of("requestId", "回访请选择对应的诉求。");
        }
        StaffId member = wish.memberId() == null ? new StaffId(caller.requireStaffId()) : wish.memberId();
        Cells time = openings.requireAhead(wish.start());
        try {
            return transactions.once(
                    caller, key, new What("plan-visit", wish), Planned.class, () -> hold(caller, member, wish, time));
        } catch (CellTaken e) {
            throw new TimeHeld();
        }
    }

    private Planned hold(Caller caller, StaffId member, PlanVisit wish, Cells time) {
        holds.queueFor(member, List.of(time.start()));
        Parties between = parties.planned(caller, member, wish.householdId(), wish.requestId());
        if (openings.away(member, List.of(time))) {
            throw OpeningNotOffered.away();
        }
        Visit visit = Visit.planned(
                between,
                new Visit.Wish(wish.start(), wish.purpose(), wish.note(), wish.requestId()),
                time.end(),
                store.now());
        store.add(visit);
        holds.take(visit, time);
        store.announce(visit, VisitPlanned::new);
        return new Planned(visit.id(), visit.number(), visit.status(), visit.start(), visit.end(), member);
    }

    /** What was planned; kept with the idempotency key, so nothing personal in it. */
    record Planned(VisitId id, String number, VisitStatus status, Instant start, Instant end, StaffId memberId) {}
}
