package cn.gridbell.visit.route;

import java.time.Instant;
import java.util.List;

/**
 * Doors in walking order.
 *
 * @param metres walked between entrances, not counting stairs
 * @param broken how many times agreed on cannot be kept, by whatever order
 * @param end    when the last door is done
 */
public record Route(List<Leg> legs, double metres, int broken, Instant end) {

    public Route {
        legs = List.copyOf(legs);
    }

    /** @param at when the member knocks */
    public record Leg(Stop stop, Instant at) {}
}
