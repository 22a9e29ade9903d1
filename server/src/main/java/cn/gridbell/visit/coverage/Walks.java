package cn.gridbell.visit.coverage;

import cn.gridbell.platform.calendar.WorkCalendar;
import cn.gridbell.platform.geo.GeoPoint;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.resident.HouseholdId;
import cn.gridbell.resident.HouseholdView;
import cn.gridbell.visit.DoorVisit;
import cn.gridbell.visit.DoorVisits;
import cn.gridbell.visit.route.DoorName;
import cn.gridbell.visit.route.Route;
import cn.gridbell.visit.route.RoutePlanner;
import cn.gridbell.visit.route.Stop;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The walk of a day: what is booked keeps its time, the turf of campaigns lies between, one door is knocked at once. */
@Component
class Walks {

    /** More nobody reaches in a day. */
    private static final int MOST_DOORS = 60;

    private static final int LOOKED_AT = 200;
    private static final Duration KNOCK = Duration.ofMinutes(5);
    /** Who booked a time waits so long. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final CampaignMapper campaigns;
    private final CoverageParties parties;
    private final KnockWishes wishes;
    private final DoorVisits visits;
    private final WorkCalendar calendar;

    Walks(
            CampaignMapper campaigns,
            CoverageParties parties,
            KnockWishes wishes,
            DoorVisits visits,
            WorkCalendar calendar) {
        this.campaigns = campaigns;
        this.parties = parties;
        this.wishes = wishes;
        this.visits = visits;
        this.calendar = calendar;
    }

    /** What a door is walked to for. */
    private static final class Errand {
        private final HouseholdId household;
        private final @Nullable DoorVisit visit;
        private final List<CampaignId> campaigns = new ArrayList<>();

        Errand(HouseholdId household, @Nullable DoorVisit visit) {
            this.household = household;
            this.visit = visit;
        }
    }

    @Transactional
    Walk of(Caller caller, LocalDate day) {
        Map<String, Errand> errands = new LinkedHashMap<>();
        for (DoorVisit visit : visits.expectedOf(CoverageParties.member(caller), day)) {
            errands.put("v" + visit.id(), new Errand(visit.household(), visit));
        }
        List<StopRow> turf = campaigns.openOn(caller.requireStaffId(), day, LOOKED_AT);
        Map<Long, KnockWishes.Standing> standings =
                wishes.standingOf(turf.stream().map(StopRow::householdId).toList(), day);
        boolean late = !startOf(day).isBefore(Band.EVENING.endsOn(day));
        int left = 0;
        for (StopRow stop : turf) {
            HouseholdId household = new HouseholdId(stop.householdId());
            Errand there = errandAt(errands, household);
            KnockWishes.Standing standing = standings.get(household.value());
            if (there == null
                    && (standing == null || standing.hold() == null)
                    && visits.expectedAt(household, day).isEmpty()) {
                // Late in the evening nobody knocks without an appointment.
                if (late || errands.size() >= MOST_DOORS) {
                    left++;
                    continue;
                }
                there = new Errand(household, null);
                errands.put("h" + household, there);
            }
            if (there != null) {
                there.campaigns.add(new CampaignId(stop.campaignId()));
            }
        }
        return walked(day, errands, standings, left);
    }

    /** The first knock of the day at this door serves whatever else is wanted there. */
    private static @Nullable Errand errandAt(Map<String, Errand> errands, HouseholdId household) {
        return errands.values().stream()
                .filter(errand -> errand.household.equals(household))
                .findFirst()
                .orElse(null);
    }

    private Walk walked(
            LocalDate day, Map<String, Errand> errands, Map<Long, KnockWishes.Standing> standings, int left) {
        Instant from = startOf(day);
        Map<String, HouseholdView> doors = new LinkedHashMap<>();
        List<Stop> stops = new ArrayList<>();
        GeoPoint known = null;
        for (Map.Entry<String, Errand> entry : errands.entrySet()) {
            Errand errand = entry.getValue();
            HouseholdView door = parties.door(errand.household);
            doors.put(entry.getKey(), door);
            // A house the street's list does not know lies beside the one before: better than no order at all.
            GeoPoint place = parties.entranceOf(door).orElse(known == null ? new GeoPoint(0, 0) : known);
            known = place;
            stops.add(stop(entry.getKey(), errand, door, place, day, standings.get(errand.household.value())));
        }
        Route route = RoutePlanner.plan(stops, from);
        List<Walk.Knock> items = new ArrayList<>();
        for (Route.Leg leg : route.legs()) {
            String key = leg.stop().key();
            Errand errand = errands.get(key);
            HouseholdView door = doors.get(key);
            if (errand != null && door != null) {
                items.add(knock(errand, door, leg.at()));
            }
        }
        return new Walk(day, items, Math.round(route.metres()), route.broken(), left);
    }

    private Stop stop(
            String key,
            Errand errand,
            HouseholdView door,
            GeoPoint place,
            LocalDate day,
            KnockWishes.@Nullable Standing standing) {
        DoorName name = new DoorName(door.address(), door.building(), door.unit(), door.room());
        DoorVisit visit = errand.visit;
        if (visit != null) {
            return new Stop(
                    key,
                    place,
                    name,
                    visit.start(),
                    visit.start().plus(PATIENCE),
                    Duration.between(visit.start(), visit.end()));
        }
        Band band = standing == null || standing.history().isEmpty() ? null : bandOn(day, standing);
        Instant from = band == null ? startOf(day) : band.beginsOn(day);
        Instant until = band == null ? Band.EVENING.endsOn(day) : band.endsOn(day);
        return new Stop(key, place, name, from, until, KNOCK);
    }

    /** The best part of the week that there is on this day. */
    private Band bandOn(LocalDate day, KnockWishes.Standing standing) {
        return NextBand.ranked(standing.history()).stream()
                .filter(band -> band.isOn(day, calendar))
                .findFirst()
                .orElse(Band.WEEKEND);
    }

    private Instant startOf(LocalDate day) {
        Instant morning = Band.MORNING.beginsOn(day).plus(Duration.ofHours(1));
        Instant now = wishes.now();
        return wishes.today().equals(day) && now.isAfter(morning) ? now : morning;
    }

    private Walk.Knock knock(Errand errand, HouseholdView door, Instant at) {
        DoorVisit visit = errand.visit;
        List<String> purposes = new ArrayList<>();
        if (visit != null) {
            purposes.add(visit.purpose());
        }
        errand.campaigns.forEach(id -> {
            CampaignRow campaign = campaigns.find(id.value());
            if (campaign != null) {
                purposes.add(campaign.name());
            }
        });
        return new Walk.Knock(
                errand.household,
                CampaignViews.Door.of(door, true),
                at,
                visit == null ? null : visit.id(),
                visit == null ? null : visit.start(),
                purposes,
                List.copyOf(errand.campaigns));
    }
}
