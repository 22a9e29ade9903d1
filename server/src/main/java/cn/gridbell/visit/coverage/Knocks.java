package cn.gridbell.visit.coverage;

import cn.gridbell.grid.GridId;
import cn.gridbell.platform.IdempotencyKey;
import cn.gridbell.platform.IdempotencyKeys;
import cn.gridbell.platform.calendar.WorkCalendar;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.request.ReportNeed;
import cn.gridbell.request.RequestId;
import cn.gridbell.request.Requests;
import cn.gridbell.resident.HouseholdView;
import cn.gridbell.staff.StaffId;
import cn.gridbell.visit.DoorVisit;
import cn.gridbell.visit.DoorVisits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Knocks without an appointment: what came of them, and what households wish. */
@Service
public class Knocks {

    private final KnockLedger ledger;
    private final KnockWishes wishes;
    private final CoverageParties parties;
    private final DoorVisits visits;
    private final Requests requests;
    private final IdempotencyKeys keys;

    Knocks(
            KnockLedger ledger,
            KnockWishes wishes,
            CoverageParties parties,
            DoorVisits visits,
            Requests requests,
            IdempotencyKeys keys) {
        this.ledger = ledger;
        this.wishes = wishes;
        this.parties = parties;
        this.visits = visits;
        this.requests = requests;
        this.keys = keys;
    }

    /**
     * A knock just now; each need found becomes a request in the same transaction.
     *
     * @throws DoorNotYours 404 unless the member serves there or has it on their turf
     * @throws VisitAtThisDoor 409 if a visit is expected there today: its outcome counts for both
     */
    @Transactional
    public KnockReceipt report(Caller caller, @Nullable IdempotencyKey key, ReportKnock report) {
        return keys.once(
                caller,
                key,
                new IdempotencyKeys.What("report-knock", report),
                KnockReceipt.class,
                () -> reportAt(CoverageParties.member(caller), report, wishes.now()));
    }

    /** As above, for a knock that was written down when there was no network. Part of the caller's transaction. */
    @Transactional
    public KnockReceipt reportAt(StaffId member, ReportKnock report, Instant at) {
        HouseholdView door = requireDoor(member, report);
        visits.expectedAt(report.householdId(), WorkCalendar.dayOf(at))
                .map(DoorVisit::id)
                .ifPresent(visit -> {
                    throw new VisitAtThisDoor(visit);
                });
        KnockLedger.Written written = ledger.write(new KnockLedger.Knock(
                report.householdId(), door.grid(), member, report.result(), report.note(), null, at));
        List<RequestId> needs = new ArrayList<>();
        for (ReportKnock.KnockNeed need : report.needs()) {
            needs.add(open(need, door.grid(), member));
        }
        needs.forEach(need -> ledger.addNeed(written, need));
        if (Boolean.TRUE.equals(report.doNotKnock())) {
            wishes.saidAtTheDoor(report.householdId(), at);
        }
        return new KnockReceipt(
                Long.toString(written.id()), written.band(), written.counted(), written.covered(), needs);
    }

    /** Who at the door said so is not known: nobody is told by name. */
    private RequestId open(ReportKnock.KnockNeed need, GridId grid, StaffId member) {
        return requests.reportNeed(new ReportNeed(need.category(), need.description(), grid, null, member));
    }

    /** What the caller's household wishes. @throws cn.gridbell.visit.HouseholdMissing 422 */
    @Transactional
    KnockPreference preferenceOf(Caller caller) {
        return wishes.of(parties.householdOf(caller));
    }

    /** @throws cn.gridbell.visit.HouseholdMissing 422 */
    @Transactional
    KnockPreference prefer(Caller caller, boolean doNotKnock) {
        wishes.saidOnScreen(parties.householdOf(caller), doNotKnock);
        return preferenceOf(caller);
    }

    private HouseholdView requireDoor(StaffId member, ReportKnock report) {
        HouseholdView door = parties.findDoor(report.householdId()).orElseThrow(DoorNotYours::new);
        if (!parties.serves(member, door.grid()) && !ledger.isTurf(report.householdId(), member)) {
            throw new DoorNotYours();
        }
        return door;
    }
}
