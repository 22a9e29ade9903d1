package cn.gridbell.visit.coverage;

import cn.gridbell.grid.GridId;
import cn.gridbell.platform.calendar.WorkCalendar;
import cn.gridbell.resident.HouseholdId;
import cn.gridbell.staff.StaffId;
import cn.gridbell.visit.VisitId;
import cn.gridbell.visit.VisitResult;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Every knock, and which campaigns it settles: one knock serves them all. A household and day count once under a unique key, whoever reports at
 * the same moment. All methods belong inside the transaction of the report.
 */
@Component
class KnockLedger {

    /** Parts of the week to be tried in vain, each on a day of its own. */
    static final int ATTEMPTS_NEEDED = 3;

    private final KnockMapper knocks;
    private final CampaignMapper campaigns;
    private final WorkCalendar calendar;

    KnockLedger(KnockMapper knocks, CampaignMapper campaigns, WorkCalendar calendar) {
        this.knocks = knocks;
        this.campaigns = campaigns;
        this.calendar = calendar;
    }

    /**
     * A knock to be written.
     *
     * @param visit the visit it was, if it was one
     */
    record Knock(
            HouseholdId household,
            GridId grid,
            StaffId member,
            VisitResult result,
            @Nullable String note,
            @Nullable VisitId visit,
            Instant at) {}

    /** @param counted false: another knock of that day counts already */
    record Written(long id, Band band, boolean counted, List<CampaignId> covered) {}

    boolean isWritten(VisitId visit) {
        return knocks.isWritten(visit.value());
    }

    boolean isTurf(HouseholdId household, StaffId member) {
        return campaigns.isTurf(household.value(), member.value());
    }

    Written write(Knock knock) {
        knocks.lockDoor(knock.household().value());
        Band band = Band.of(knock.at(), calendar);
        LocalDate day = WorkCalendar.dayOf(knock.at());
        VisitId visit = knock.visit();
        KnockRow row = new KnockRow(
                knock.household().value(),
                knock.grid().value(),
                knock.member().value(),
                day,
                band,
                knock.result(),
                knock.note(),
                visit == null ? null : visit.value(),
                knock.at());
        CampaignMapper.Made made = new CampaignMapper.Made();
        boolean counted = true;
        try {
            knocks.insert(row, true, made);
        } catch (DuplicateKeyException e) {
            // InnoDB undid the statement alone: the day counts already, this knock is kept beside it
            counted = false;
            knocks.insert(row, null, made);
        }
        return new Written(made.id, band, counted, cover(knock, day));
    }

    void addNeed(Written knock, cn.gridbell.request.RequestId request) {
        knocks.insertNeed(knock.id(), request.value());
    }

    private List<CampaignId> cover(Knock knock, LocalDate day) {
        List<CampaignId> covered = new ArrayList<>();
        for (CampaignRow campaign : campaigns.waitingFor(knock.household().value(), day)) {
            CoveredHow how = howFor(campaign, knock);
            if (how != null && campaigns.cover(campaign.id(), knock.household().value(), how, knock.at()) == 1) {
                covered.add(new CampaignId(campaign.id()));
            }
        }
        return covered;
    }

    private @Nullable CoveredHow howFor(CampaignRow campaign, Knock knock) {
        CoveredHow how = CoveredHow.by(knock.result());
        if (how != null) {
            return how;
        }
        int tried = knocks.bandsTried(knock.household().value(), campaign.fromDay());
        return tried >= ATTEMPTS_NEEDED ? CoveredHow.ATTEMPTS : null;
    }
}
