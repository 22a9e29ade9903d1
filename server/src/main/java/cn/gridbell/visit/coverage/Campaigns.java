package cn.gridbell.visit.coverage;

import cn.gridbell.grid.GridId;
import cn.gridbell.platform.Cursor;
import cn.gridbell.platform.IdempotencyKey;
import cn.gridbell.platform.IdempotencyKeys;
import cn.gridbell.platform.InvalidInput;
import cn.gridbell.platform.Page;
import cn.gridbell.platform.PageRequest;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.resident.HouseholdView;
import cn.gridbell.staff.StaffId;
import cn.gridbell.staff.StaffView;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Campaigns: which households, whose turf, how far they are. */
@Service
class Campaigns {

    private static final int LONGEST_DAYS = 180;
    private static final int ROWS_A_STATEMENT = 500;

    private final CampaignMapper campaigns;
    private final CoverageParties parties;
    private final KnockWishes wishes;
    private final IdempotencyKeys keys;
    private final CampaignViews views;

    Campaigns(
            CampaignMapper campaigns,
            CoverageParties parties,
            KnockWishes wishes,
            IdempotencyKeys keys,
            CampaignViews views) {
        this.campaigns = campaigns;
        this.parties = parties;
        this.wishes = wishes;
        this.keys = keys;
        this.views = views;
    }

    /** @param doors households it means to reach */
    record Opened(CampaignId id, int doors) {}

    /**
     * Calls for a campaign over every known household of a territory or of one building; each is the turf of whoever answers for its grid.
     *
     * @throws TerritoryNotYours 404
     * @throws CampaignEmpty 422
     */
    @Transactional
    Opened open(Caller caller, @Nullable IdempotencyKey key, OpenCampaign wish) {
        checkDays(wish);
        return keys.once(
                caller, key, new IdempotencyKeys.What("open-campaign", wish), Opened.class, () -> write(caller, wish));
    }

    private Opened write(Caller caller, OpenCampaign wish) {
        if (!leads(caller, wish.gridId())) {
            throw new TerritoryNotYours();
        }
        List<HouseholdView> doors = parties.doorsOf(wish.gridId(), wish.building());
        if (doors.isEmpty()) {
            throw new CampaignEmpty();
        }
        CampaignMapper.Made made = new CampaignMapper.Made();
        campaigns.insert(
                new CampaignRow(
                        0,
                        wish.name().strip(),
                        wish.purpose(),
                        wish.gridId().value(),
                        wish.fromDay(),
                        wish.toDay(),
                        caller.requireStaffId(),
                        wishes.now()),
                made);
        Map<GridId, Optional<StaffView>> holders = new HashMap<>();
        List<StopRow> stops = new ArrayList<>();
        for (HouseholdView door : doors) {
            Long member = holders.computeIfAbsent(door.grid(), parties::holderOf)
                    .map(holder -> holder.id().value())
                    .orElse(null);
            stops.add(new StopRow(made.id, door.id().value(), door.grid().value(), member));
        }
        for (int from = 0; from < stops.size(); from += ROWS_A_STATEMENT) {
            campaigns.insertStops(stops.subList(from, Math.min(stops.size(), from + ROWS_A_STATEMENT)));
        }
        return new Opened(new CampaignId(made.id), stops.size());
    }

    /**
     * Gives what is still to be reached, or one building of it, to a member.
     *
     * @return how many doors
     * @throws MemberNotInTerritory 422
     */
    @Transactional
    int giveTurf(Caller caller, CampaignId id, GiveTurf turf) {
        CampaignRow campaign = requireLed(caller, id);
        StaffId member = turf.memberId();
        OpenCampaign.BuildingName building = turf.building();
        List<Long> doors = campaigns.openHouseholds(id.value()).stream()
                .filter(door -> building == null
                        || parties.isIn(parties.door(new cn.gridbell.resident.HouseholdId(door)), building))
                .toList();
        if (parties.find(member).isEmpty() || !servesIn(member, campaign)) {
            throw new MemberNotInTerritory();
        }
        return doors.isEmpty() ? 0 : campaigns.giveTurf(id.value(), doors, member.value());
    }

    /** Campaigns where the caller serves, newest first. */
    @Transactional
    Page<CampaignViews.Line> of(Caller caller, PageRequest page) {
        List<Long> grids = parties.dutiesOf(caller).stream()
                .flatMap(duty -> parties.around(duty).stream())
                .distinct()
                .map(GridId::value)
                .toList();
        Cursor after = page.from(Cursor.NEWEST);
        List<CampaignRow> found = grids.isEmpty() ? List.of() : campaigns.of(grids, after.id(), page.fetch());
        return Page.of(found, page.size(), row -> new Cursor(Cursor.OLDEST.at(), row.id()), CampaignViews::line);
    }

    /** The caller's own turf, still to be reached. @throws CampaignNotFound 404 */
    @Transactional
    Page<CampaignViews.Stop> turf(Caller caller, CampaignId id, PageRequest page) {
        requireSeen(caller, id);
        Cursor after = page.from(Cursor.OLDEST);
        List<StopRow> stops = campaigns.openStops(id.value(), caller.requireStaffId(), after.id(), page.fetch());
        return views.turf(stops, page.size());
    }

    /** @throws CampaignNotFound 404 */
    @Transactional
    CampaignProgress progress(Caller caller, CampaignId id) {
        return views.progress(requireSeen(caller, id));
    }

    private CampaignRow requireLed(Caller caller, CampaignId id) {
        CampaignRow campaign = campaigns.find(id.value());
        if (campaign == null || !leads(caller, new GridId(campaign.gridId()))) {
            throw new CampaignNotFound();
        }
        return campaign;
    }

    private CampaignRow requireSeen(Caller caller, CampaignId id) {
        CampaignRow campaign = campaigns.find(id.value());
        if (campaign == null
                || !(leads(caller, new GridId(campaign.gridId()))
                        || campaigns.hasTurf(id.value(), caller.requireStaffId()))) {
            throw new CampaignNotFound();
        }
        return campaign;
    }

    private boolean leads(Caller caller, GridId territory) {
        return parties.exists(territory) && parties.leads(caller, territory);
    }

    /** Whoever serves one grid of the territory may walk in it. */
    private boolean servesIn(StaffId member, CampaignRow campaign) {
        return parties.gridsUnder(new GridId(campaign.gridId())).stream()
                .anyMatch(grid -> parties.serves(member, grid));
    }

    private void checkDays(OpenCampaign wish) {
        LocalDate today = wishes.today();
        if (wish.fromDay().isBefore(today)) {
            throw InvalidInput.of("fromDay", "开始日期不能早于今天。");
        }
        if (wish.toDay().isBefore(wish.fromDay())) {
            throw InvalidInput.of("toDay", "结束日期不能早于开始日期。");
        }
        if (ChronoUnit.DAYS.between(wish.fromDay(), wish.toDay()) > LONGEST_DAYS
                || ChronoUnit.DAYS.between(today, wish.fromDay()) > LONGEST_DAYS) {
            throw InvalidInput.of("toDay", "一次行动最长180天，且须在180天内开始。");
        }
    }
}
