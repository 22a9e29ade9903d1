package cn.gridbell.visit.coverage;

import cn.gridbell.grid.GridId;
import cn.gridbell.platform.Cursor;
import cn.gridbell.platform.Page;
import cn.gridbell.resident.HouseholdId;
import cn.gridbell.resident.HouseholdView;
import cn.gridbell.staff.StaffId;
import cn.gridbell.staff.StaffView;
import cn.gridbell.visit.DoorVisits;
import cn.gridbell.visit.VisitPurpose;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Campaigns as staff see them. */
@Component
class CampaignViews {

    private final CampaignMapper campaigns;
    private final CoverageParties parties;
    private final KnockWishes wishes;
    private final DoorVisits visits;

    CampaignViews(CampaignMapper campaigns, CoverageParties parties, KnockWishes wishes, DoorVisits visits) {
        this.campaigns = campaigns;
        this.parties = parties;
        this.wishes = wishes;
        this.visits = visits;
    }

    /** A campaign in a list. */
    record Line(
            CampaignId id,
            String name,
            VisitPurpose purpose,
            String purposeWords,
            GridId gridId,
            LocalDate fromDay,
            LocalDate toDay) {}

    /**
     * A door that is still to be reached.
     *
     * @param knocks   how often it was knocked at within a year
     * @param nextBand when somebody is most likely to be at home
     * @param hold     null: it may be knocked at
     * @param door     its room only if it may be knocked at
     */
    record Stop(
            HouseholdId householdId,
            Door door,
            int knocks,
            Band nextBand,
            String nextBandWords,
            @Nullable KnockHold hold,
            @Nullable String holdWords) {}

    /** Where to go. */
    record Door(
            String address,
            @Nullable String building,
            @Nullable String unit,
            @Nullable String room) {

        static Door of(HouseholdView door, boolean withRoom) {
            return new Door(door.address(), door.building(), door.unit(), withRoom ? door.room() : null);
        }
    }

    static Line line(CampaignRow row) {
        return new Line(
                new CampaignId(row.id()),
                row.name(),
                row.purpose(),
                row.purpose().words(),
                new GridId(row.gridId()),
                row.fromDay(),
                row.toDay());
    }

    /** @param stops one more than the page */
    Page<Stop> turf(List<StopRow> stops, int size) {
        LocalDate today = wishes.today();
        Map<Long, KnockWishes.Standing> standings =
                wishes.standingOf(stops.stream().map(StopRow::householdId).toList(), today);
        return Page.of(
                stops,
                size,
                stop -> new Cursor(Cursor.OLDEST.at(), stop.householdId()),
                stop -> stop(new HouseholdId(stop.householdId()), standings, today));
    }

    private Stop stop(HouseholdId household, Map<Long, KnockWishes.Standing> standings, LocalDate today) {
        KnockWishes.Standing standing = standings.get(household.value());
        KnockHold hold = visits.expectedAt(household, today).isPresent()
                ? KnockHold.BOOKED
                : standing == null ? null : standing.hold();
        List<NextBand.Tried> history = standing == null ? List.of() : standing.history();
        Band next = NextBand.of(history);
        return new Stop(
                household,
                Door.of(parties.door(household), hold == null),
                history.size(),
                next,
                next.words(),
                hold,
                hold == null ? null : hold.words());
    }

    CampaignProgress progress(CampaignRow campaign) {
        return new CampaignProgress(
                line(campaign),
                campaigns.tally(campaign.id()).stream().map(this::tally).toList());
    }

    private CampaignProgress.Tally tally(CampaignMapper.TallyRow row) {
        Long member = row.memberId();
        Optional<StaffView> who = member == null ? Optional.empty() : parties.find(new StaffId(member));
        GridId grid = new GridId(row.gridId());
        return new CampaignProgress.Tally(
                grid,
                parties.exists(grid) ? parties.grid(grid).name() : "",
                member == null ? null : new StaffId(member),
                who.map(StaffView::name).orElse(""),
                who.map(StaffView::number).orElse(""),
                row.doors(),
                row.contacts(),
                row.attempts(),
                row.vacant());
    }
}
