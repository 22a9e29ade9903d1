package cn.gridbell.visit.route;

import cn.gridbell.platform.geo.GeoPoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The day's stops as numbers, and what an order of them costs. The way begins at whichever door comes first. */
final class Itinerary {

    /** Streets are no straight lines. */
    private static final double DETOUR = 1.3;

    private static final double METRES_A_SECOND = 1.2;
    /** Keeping a time agreed on is worth any walk. */
    private static final double BROKEN = 1_000_000;

    private static final double LATE_SECOND = 10;
    /** Of two equally long ways the one that is over sooner: an hour weighs as much as four metres. */
    private static final double SECOND_OF_THE_DAY = 0.001;

    private final List<Stop> stops;
    private final Instant from;
    private final double[][] metres;
    private final double[] earliest;
    private final double[] latest;
    private final double[] stay;

    private Itinerary(List<Stop> stops, Instant from) {
        this.stops = stops;
        this.from = from;
        int size = stops.size();
        metres = new double[size][size];
        earliest = new double[size];
        latest = new double[size];
        stay = new double[size];
    }

    /** @param from when the member sets out */
    static Itinerary of(List<Stop> stops, Instant from) {
        Itinerary day = new Itinerary(stops, from);
        for (int i = 0; i < stops.size(); i++) {
            Stop stop = stops.get(i);
            day.earliest[i] = stop.earliest().getEpochSecond() - from.getEpochSecond();
            day.latest[i] = stop.latest().getEpochSecond() - from.getEpochSecond();
            day.stay[i] = stop.stay().toSeconds();
            for (int j = 0; j < i; j++) {
                day.metres[i][j] = walk(stop.place(), stops.get(j).place());
                day.metres[j][i] = day.metres[i][j];
            }
        }
        return day;
    }

    /**
     * The same day with some doors seen as one, as long as all of them together.
     *
     * @param bundles each of interchangeable doors
     */
    Itinerary bundled(List<int[]> bundles) {
        Itinerary day = new Itinerary(
                bundles.stream().map(bundle -> stops.get(bundle[0])).toList(), from);
        for (int i = 0; i < bundles.size(); i++) {
            int first = bundles.get(i)[0];
            day.earliest[i] = earliest[first];
            for (int stop : bundles.get(i)) {
                day.stay[i] += stay[stop];
            }
            day.latest[i] = latest[first] - day.stay[i] + stay[first];
            for (int j = 0; j < bundles.size(); j++) {
                day.metres[i][j] = metres[first][bundles.get(j)[0]];
            }
        }
        return day;
    }

    static double walk(GeoPoint from, GeoPoint to) {
        return from.equals(to) ? 0 : DETOUR * from.metresTo(to);
    }

    int size() {
        return stops.size();
    }

    /** Seconds after the start of the way after which a knock there comes too late. */
    double latest(int index) {
        return latest[index];
    }

    /** Behind one entrance and within the same times. */
    boolean interchangeable(int a, int b) {
        return oneEntrance(a, b) && earliest[a] == earliest[b] && latest[a] == latest[b];
    }

    boolean oneEntrance(int a, int b) {
        return metres[a][b] == 0
                && stops.get(a).door().sharesEntrance(stops.get(b).door());
    }

    /** Zero for an index outside: an open way. */
    double metres(int[] order, int from, int to) {
        return from < 0 || to < 0 || from >= order.length || to >= order.length ? 0 : metres[order[from]][order[to]];
    }

    double cost(int[] order) {
        double time = 0;
        double way = 0;
        double late = 0;
        int broken = 0;
        for (int at = 0; at < order.length; at++) {
            int stop = order[at];
            if (at > 0) {
                double leg = metres[order[at - 1]][stop];
                way += leg;
                time += leg / METRES_A_SECOND;
            }
            time = Math.max(time, earliest[stop]);
            if (time > latest[stop]) {
                broken++;
                late += time - latest[stop];
            }
            time += stay[stop];
        }
        return BROKEN * broken + LATE_SECOND * late + way + SECOND_OF_THE_DAY * time;
    }

    static boolean breaksNothing(double cost) {
        return cost < BROKEN;
    }

    Route route(int[] order) {
        List<Route.Leg> legs = new ArrayList<>();
        double time = 0;
        double way = 0;
        int broken = 0;
        for (int at = 0; at < order.length; at++) {
            int stop = order[at];
            double leg = metres(order, at - 1, at);
            way += leg;
            time = Math.max(time + leg / METRES_A_SECOND, earliest[stop]);
            if (time > latest[stop]) {
                broken++;
            }
            legs.add(new Route.Leg(stops.get(stop), from.plusSeconds(Math.round(time))));
            time += stay[stop];
        }
        return new Route(legs, way, broken, from.plusSeconds(Math.round(time)));
    }
}
