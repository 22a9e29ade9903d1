package cn.gridbell.visit.route;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gridbell.platform.geo.GeoPoint;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RoutePlannerTest {

    private static final Instant MORNING = Instant.parse("2026-11-24T01:00:00Z");
    private static final Instant EVENING = Instant.parse("2026-11-24T12:30:00Z");
    private static final long LONGEST_MILLISECONDS = 200;

    @Test
    void keepsTheTimesAgreedOnAndWalksTheRestBetweenThem() {
        Stop booked = new Stop("booked", at(5), door(5, "1单元", "101"), hours(2), minutes(hours(2), 10), minutes(30));
        Stop later = new Stop("later", at(0), door(0, "1单元", "101"), hours(4), minutes(hours(4), 10), minutes(30));
        List<Stop> stops = new ArrayList<>(List.of(later, booked));
        for (int i = 0; i < 12; i++) {
            stops.add(knock("k" + i, i % 6));
        }
        Route route = RoutePlanner.plan(stops, MORNING);
        assertThat(route.broken()).isZero();
        assertThat(route.legs()).hasSize(14);
        assertThat(timeOf(route, "booked")).isBetween(hours(2), minutes(hours(2), 10));
        assertThat(timeOf(route, "later")).isBetween(hours(4), minutes(hours(4), 10));
    }

    @Test
    void knocksAtDoorsBehindOneEntranceTogetherByUnitAndFloor() {
        List<Stop> stops = new ArrayList<>();
        for (int building = 0; building < 4; building++) {
            for (String door : List.of("2单元 201", "1单元 1001", "1单元 301", "2单元 101")) {
                String[] parts = door.split(" ");
                stops.add(new Stop(
                        building + door,
                        at(building),
                        door(building, parts[0], parts[1]),
                        MORNING,
                        EVENING,
                        minutes(5)));
            }
        }
        Route route = RoutePlanner.plan(stops, MORNING);
        for (int first = 0; first < 16; first += 4) {
            List<String> doors = route.legs().subList(first, first + 4).stream()
                    .map(leg ->
                            leg.stop().door().unit() + " " + leg.stop().door().room())
                    .toList();
            assertThat(doors).containsExactly("1单元 301", "1单元 1001", "2单元 101", "2单元 201");
        }
    }

    @Test
    void isAsShortAsTheShortestOfAllOrders() {
        for (int seed = 0; seed < 20; seed++) {
            List<Stop> stops = anyDay(7, seed);
            Route route = RoutePlanner.plan(stops, MORNING);
            Itinerary day = Itinerary.of(stops, MORNING);
            double best = shortest(day, new int[0]);
            int[] found = route.legs().stream()
                    .mapToInt(leg -> stops.indexOf(leg.stop()))
                    .toArray();
            assertThat(day.cost(found)).as("day " + seed).isLessThanOrEqualTo(best + 1);
        }
    }

    @Test
    void plansSixtyDoorsInNoTimeAndTheSameEachTime() {
        List<Stop> stops = anyDay(60, 1);
        Route first = RoutePlanner.plan(stops, MORNING);
        for (int warm = 0; warm < 10; warm++) {
            RoutePlanner.plan(anyDay(60, warm), MORNING);
        }
        long begun = processorMilliseconds();
        Route again = RoutePlanner.plan(stops, MORNING);
        assertThat(processorMilliseconds() - begun).isLessThan(LONGEST_MILLISECONDS);
        assertThat(again).isEqualTo(first);
    }

    @Test
    void aDayWithoutDoorsOrWithOneHasAWayToo() {
        assertThat(RoutePlanner.plan(List.of(), MORNING).legs()).isEmpty();
        Route one = RoutePlanner.plan(List.of(knock("k", 3)), MORNING);
        assertThat(one.metres()).isZero();
        assertThat(one.end()).isEqualTo(minutes(MORNING, 5));
    }

    @Test
    void saysHowManyTimesNoOrderKeeps() {
        Stop a = new Stop("a", at(1), door(1, "1单元", "101"), hours(1), hours(1), minutes(30));
        Stop b = new Stop("b", at(4), door(4, "1单元", "101"), hours(1), hours(1), minutes(30));
        assertThat(RoutePlanner.plan(List.of(a, b), MORNING).broken()).isEqualTo(1);
    }

    private static double shortest(Itinerary day, int[] order) {
        if (order.length == day.size()) {
            return day.cost(order);
        }
        double best = Double.MAX_VALUE;
        for (int next = 0; next < day.size(); next++) {
            int candidate = next;
            if (java.util.Arrays.stream(order).noneMatch(done -> done == candidate)) {
                int[] longer = java.util.Arrays.copyOf(order, order.length + 1);
                longer[order.length] = next;
                best = Math.min(best, shortest(day, longer));
            }
        }
        return best;
    }

    private static List<Stop> anyDay(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Stop> stops = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int building = random.nextInt(Math.max(3, size / 6));
            if (i % 6 == 5) {
                Instant start = minutes(MORNING, 30 + i * 8);
                stops.add(new Stop(
                        "v" + i,
                        at(building),
                        door(building, "1单元", i + "01"),
                        start,
                        minutes(start, 10),
                        minutes(20)));
            } else {
                stops.add(knock("k" + i, building));
            }
        }
        return stops;
    }

    private static Stop knock(String key, int building) {
        return new Stop(key, at(building), door(building, "1单元", key), MORNING, EVENING, minutes(5));
    }

    private static Instant timeOf(Route route, String key) {
        return route.legs().stream()
                .filter(leg -> leg.stop().key().equals(key))
                .findFirst()
                .orElseThrow()
                .at();
    }

    /** Buildings stand in a crooked row. */
    private static GeoPoint at(int building) {
        return new GeoPoint(30.64 + building * 7 % 5 * 0.0011, 104.06 + building * 0.0009);
    }

    private static DoorName door(int building, String unit, String room) {
        return new DoorName("试走路1号", building + "号楼", unit, room);
    }

    private static Instant hours(int hours) {
        return MORNING.plus(Duration.ofHours(hours));
    }

    private static Instant minutes(Instant from, int minutes) {
        return from.plus(Duration.ofMinutes(minutes));
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }

    private static long processorMilliseconds() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000;
    }
}
