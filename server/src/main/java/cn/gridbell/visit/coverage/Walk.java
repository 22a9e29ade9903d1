package cn.gridbell.visit.coverage;

import cn.gridbell.resident.HouseholdId;
import cn.gridbell.visit.VisitId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A day's doors in walking order.
 *
 * @param metres walked between entrances, rounded
 * @param broken times agreed on that no order keeps
 * @param left   doors of campaigns that did not fit into the day
 */
record Walk(LocalDate day, List<Knock> items, long metres, int broken, int left) {

    /**
     * One knock; it may serve a visit and campaigns at once.
     *
     * @param at        when to be there
     * @param visitId   null: without an appointment
     * @param start     of the visit
     * @param purposes  in Chinese, at least one
     * @param campaigns which it serves
     */
    record Knock(
            HouseholdId householdId,
            CampaignViews.Door door,
            Instant at,
            @Nullable VisitId visitId,
            @Nullable Instant start,
            List<String> purposes,
            List<CampaignId> campaigns) {}
}
