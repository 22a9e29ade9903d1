package cn.gridbell.visit.coverage;

import cn.gridbell.platform.calendar.WorkCalendar;
import cn.gridbell.resident.HouseholdId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What households wish of knocks nobody booked, and how much knocking is enough. A visit the resident booked is always welcome. */
@Component
class KnockWishes {

    private static final int REMEMBERED_DAYS = 365;

    private final KnockMapper knocks;
    private final CoverageProperties properties;
    private final Clock clock;

    KnockWishes(KnockMapper knocks, CoverageProperties properties, Clock clock) {
        this.knocks = knocks;
        this.properties = properties;
        this.clock = clock;
    }

    /** What was said last; a household that said nothing may be knocked at. */
    KnockPreference of(HouseholdId household) {
        KnockMapper.PreferenceRow row = knocks.preference(household.value());
        return row == null ? new KnockPreference(false, null) : new KnockPreference(row.doNotKnock(), row.changedAt());
    }

    void saidOnScreen(HouseholdId household, boolean doNotKnock) {
        knocks.prefer(household.value(), doNotKnock, "SCREEN", clock.instant());
    }

    void saidAtTheDoor(HouseholdId household, Instant at) {
        knocks.prefer(household.value(), true, "DOOR", at);
    }

    /** Why these doors are not to be knocked at on a day, and what their own history advises. */
    Map<Long, Standing> standingOf(Collection<Long> households, LocalDate day) {
        if (households.isEmpty()) {
            return Map.of();
        }
        List<Long> asked = List.copyOf(new HashSet<>(households));
        Set<Long> unwilling = new HashSet<>(knocks.notToBeKnocked(asked));
        Map<Long, Standing> found = new HashMap<>();
        asked.forEach(household -> found.put(household, new Standing()));
        for (KnockMapper.TriedRow row : knocks.history(asked, day.minusDays(REMEMBERED_DAYS))) {
            found.computeIfAbsent(row.householdId(), household -> new Standing())
                    .remember(row, day);
        }
        found.forEach((household, standing) -> standing.unwilling = unwilling.contains(household));
        return found;
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return WorkCalendar.dayOf(clock.instant());
    }

    /** One household. */
    final class Standing {

        private final List<NextBand.Tried> history = new java.util.ArrayList<>();
        private int spent;
        private boolean today;
        private boolean unwilling;

        private void remember(KnockMapper.TriedRow row, LocalDate day) {
            history.add(new NextBand.Tried(row.band(), row.result()));
            if (Boolean.TRUE.equals(row.counted())
                    && row.day().isAfter(day.minusDays(CoverageProperties.BUDGET_DAYS))) {
                spent++;
            }
            today |= row.day().equals(day);
        }

        List<NextBand.Tried> history() {
            return history;
        }

        /** Null: the door may be knocked at. */
        @Nullable
        KnockHold hold() {
            if (unwilling) {
                return KnockHold.DO_NOT_KNOCK;
            }
            if (today) {
                return KnockHold.KNOCKED_TODAY;
            }
            return spent >= properties.knockBudget() ? KnockHold.BUDGET_SPENT : null;
        }
    }
}
