package dev.gridbell.bench;

import cn.gridbell.visit.route.Route;
import cn.gridbell.visit.route.RoutePlanner;
import cn.gridbell.visit.route.Stop;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * The day's walking order: the own planner beside brute force (up to eight doors) and beside jsprit (25, 50, 60, 100), which gets 200 ms of
 * processor time and then two seconds. Both are reckoned by the same yardstick, {@link RouteDay#costOf}.
 */
final class RouteRun {

    private static final int DAYS = 20;
    private static final int[] SMALL = {3, 4, 5, 6, 7, 8};
    private static final int[] LARGE = {25, 50, 60, 100};
    private static final int MOST_MILLISECONDS = 200;

    private final int days;

    RouteRun(Options options) {
        days = options.number("days", DAYS);
    }

    /** @return whether 60 doors took under 200 ms and no small day was worse than brute force */
    boolean run() {
        warmUp();
        boolean exact = small();
        boolean quick = large();
        return exact && quick;
    }

    private void warmUp() {
        for (int seed = 0; seed < 5; seed++) {
            RouteDay day = RouteDay.of(50, 1_000 + seed);
            RoutePlanner.plan(day.stops(), RouteDay.MORNING);
            new Jsprit(day).order(500);
        }
    }

    private boolean small() {
        int same = 0;
        int all = 0;
        for (int size : SMALL) {
            for (int seed = 0; seed < days; seed++) {
                RouteDay day = RouteDay.of(size, seed);
                RouteDay.Cost best = day.best();
                all++;
                if (!best.isBetterThan(day.costOf(planned(day)))) {
                    same++;
                }
            }
        }
        System.out.printf(
                Locale.ROOT, "brute force, 3 to 8 doors: %d of %d days as good as the best order%n", same, all);
        return same == all;
    }

    private boolean large() {
        System.out.printf(Locale.ROOT, "%nmeans of %d days%n", days);
        System.out.println("| doors | planner | metres | ms | longest ms | times broken |");
        System.out.println("|---|---|---|---|---|---|");
        boolean quick = true;
        for (int size : LARGE) {
            double own = row(size, "own", RouteRun::planned);
            row(size, "jsprit, 200 ms", day -> new Jsprit(day).order(MOST_MILLISECONDS));
            row(size, "jsprit, 2 s", day -> new Jsprit(day).order(2_000));
            quick &= size > 60 || own < MOST_MILLISECONDS;
        }
        System.out.println(quick ? "60 doors in under 200 ms: held" : "60 doors in under 200 ms: NOT held");
        return quick;
    }

    /** @return the longest of the days, in milliseconds */
    private double row(int size, String who, Function<RouteDay, List<Stop>> planner) {
        double metres = 0;
        double sum = 0;
        double longest = 0;
        int broken = 0;
        for (int seed = 0; seed < days; seed++) {
            RouteDay day = RouteDay.of(size, seed);
            long begun = processorMilliseconds();
            List<Stop> order = planner.apply(day);
            double took = processorMilliseconds() - begun;
            RouteDay.Cost cost = day.costOf(order);
            metres += cost.metres();
            broken += cost.broken();
            sum += took;
            longest = Math.max(longest, took);
        }
        System.out.printf(
                Locale.ROOT,
                "| %d | %s | %.0f | %.0f | %.0f | %d |%n",
                size,
                who,
                metres / days,
                sum / days,
                longest,
                broken);
        return longest;
    }

    /** Of this thread: a busy machine slows nobody's figures. */
    static long processorMilliseconds() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000;
    }

    private static List<Stop> planned(RouteDay day) {
        Route route = RoutePlanner.plan(day.stops(), RouteDay.MORNING);
        List<Stop> order = new ArrayList<>();
        route.legs().forEach(leg -> order.add(leg.stop()));
        return order;
    }
}
