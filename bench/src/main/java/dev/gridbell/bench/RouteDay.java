package dev.gridbell.bench;

import cn.gridbell.platform.geo.GeoPoint;
import cn.gridbell.visit.route.DoorName;
import cn.gridbell.visit.route.Stop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A made-up day of doors, and what an order of them costs, reckoned apart from the planner. */
record RouteDay(List<Stop> stops) {

    static final Instant MORNING = Instant.parse("2026-11-24T00:30:00Z");
    static final Instant EVENING = Instant.parse("2026-11-24T09:30:00Z");
    private static final double DETOUR = 1.3;
    private static final double METRES_A_SECOND = 1.2;

    /** What an order costs. */
    record Cost(int broken, double metres) {

        boolean isBetterThan(Cost other) {
            return broken != other.broken ? broken < other.broken : metres < other.metres - 0.5;
        }
    }

    /** One visit in five has a time of its own, at most ten; the others are knocks of a campaign. About six doors a building, within 700 m. */
    static RouteDay of(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int buildings = Math.max(2, size / 6);
        List<GeoPoint> entrances = new ArrayList<>();
        for (int i = 0; i < buildings; i++) {
            entrances.add(new GeoPoint(30.64 + random.nextDouble() * 0.0063, 104.06 + random.nextDouble() * 0.0073));
        }
        int fixed = Math.min(10, Math.max(1, size / 5));
        List<Stop> stops = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int building = random.nextInt(buildings);
            DoorName door = new DoorName(
                    "比较路1号",
                    building + 1 + "号楼",
                    1 + random.nextInt(3) + "单元",
                    (1 + random.nextInt(18)) * 100 + 1 + random.nextInt(4) + "");
            Instant start = MORNING.plus(Duration.ofMinutes(15 + (long) i * (480 / fixed)));
            stops.add(
                    i < fixed
                            ? new Stop(
                                    "v" + i, entrances.get(building), door, start, start.plusSeconds(600), minutes(20))
                            : new Stop("k" + i, entrances.get(building), door, MORNING, EVENING, minutes(3)));
        }
        return new RouteDay(stops);
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }

    static double metres(Stop from, Stop to) {
        return DETOUR * from.place().metresTo(to.place());
    }

    static double seconds(Stop from, Stop to) {
        return metres(from, to) / METRES_A_SECOND;
    }

    /** @param order without those that were left out: each is a broken time */
    Cost costOf(List<Stop> order) {
        double time = 0;
        double way = 0;
        int broken = stops.size() - order.size();
        for (int i = 0; i < order.size(); i++) {
            Stop stop = order.get(i);
            if (i > 0) {
                way += metres(order.get(i - 1), stop);
                time += seconds(order.get(i - 1), stop);
            }
            time = Math.max(time, Duration.between(MORNING, stop.earliest()).toSeconds());
            if (time > Duration.between(MORNING, stop.latest()).toSeconds()) {
                broken++;
            }
            time += stop.stay().toSeconds();
        }
        return new Cost(broken, way);
    }

    Map<String, Stop> byKey() {
        Map<String, Stop> named = new HashMap<>();
        stops.forEach(stop -> named.put(stop.key(), stop));
        return named;
    }

    /** The best of all orders; at most eight stops. */
    Cost best() {
        return best(new ArrayList<>(), new ArrayList<>(stops), new Cost(Integer.MAX_VALUE, 0));
    }

    private Cost best(List<Stop> done, List<Stop> left, Cost best) {
        if (left.isEmpty()) {
            Cost cost = costOf(done);
            return cost.isBetterThan(best) ? cost : best;
        }
        Cost least = best;
        for (int i = 0; i < left.size(); i++) {
            Stop next = left.remove(i);
            done.add(next);
            least = best(done, left, least);
            done.remove(done.size() - 1);
            left.add(i, next);
        }
        return least;
    }
}
