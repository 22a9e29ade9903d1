package dev.gridbell.bench;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What people look at most, with few requests and with many. Two installations stand side by side: one keeps the smallest size, the other grows;
 * each call goes to the one and then to the other, so that whatever else this machine does slows both. At the smallest size both are alike: how
 * far their ratio is from 1 there is the noise.
 */
final class GrowthRun {

    private static final double BAR = 1.3;
    private static final int RESIDENTS = 24;

    private final List<Integer> sizes;
    private final int samples;
    private final int rounds;
    private final int open;
    private final int pool;
    private final int loaders;
    private final boolean people;
    private final List<String> kept;

    /**
     * As the options say.
     *
     * @param options {@code of=people} fills with residents and a message each instead of requests; {@code kept=} names the folders, the small one first,
     *                of a run that failed: only what the public sees is measured, on these
     */
    GrowthRun(Options options) {
        this.people = options.text("of", "requests").equals("people");
        this.sizes = Arrays.stream(options.text("sizes", "10000,100000,1000000").split(","))
                .map(Integer::valueOf)
                .toList();
        this.samples = options.number("samples", 150);
        this.rounds = options.number("rounds", 3);
        this.open = options.number("open", 3_000);
        this.pool = options.number("pool", 1_024);
        this.loaders = options.number("loaders", 2);
        this.kept = Arrays.stream(options.text("kept", "").split(","))
                .filter(folder -> !folder.isEmpty())
                .toList();
        if (!people && sizes.get(0) - open < RESIDENTS * (Archive.FIRST_ROWS + 1)) {
            throw new IllegalArgumentException(
                    "the smallest size must be open= and " + RESIDENTS * (Archive.FIRST_ROWS + 1) + " more");
        }
    }

    /** p50 and p95 in milliseconds. */
    private record Times(double p50, double p95) {
        static Times of(Latencies latencies) {
            return new Times(millis(latencies.percentile(0.5)), millis(latencies.percentile(0.95)));
        }

        private static double millis(Duration time) {
            return time.toNanos() / 1e6;
        }
    }

    /** One lookup at one size: the medians over the rounds, and how the one that grew stands to the one that stays. */
    private record Figure(double p50, double p95, double p50Growth, double p95Growth) {}

    boolean run() throws Exception {
        Map<String, String> settings =
                Map.of("gridbell.message.courier.enabled", "false", "gridbell.open311.reads-a-minute", "100000");
        if (!kept.isEmpty()) {
            return runOnKept(settings);
        }
        Map<Integer, Map<String, Figure>> table = new LinkedHashMap<>();
        try (Installation staying = Installation.prepare(settings);
                Installation growing = Installation.prepare(settings)) {
            GrowthSide small = open(staying);
            GrowthSide large = open(growing);
            for (int size : sizes) {
                large.grow(size - open, loaders);
                System.out.printf("at %,d %s (beside %,d):%n", size, people ? "people" : "requests", sizes.get(0));
                Map<String, Figure> figures =
                        measure(small, large, small.lookups().keySet(), samples);
                if (size != sizes.get(0)) {
                    figures.putAll(again(small, large, figures));
                }
                table.put(size, figures);
            }
        }
        return print(table);
    }

    /** What the public sees, once more on the two databases of a run that failed. */
    private boolean runOnKept(Map<String, String> settings) throws Exception {
        try (Installation staying = Installation.on(Path.of(kept.get(0)), settings);
                Installation growing = Installation.on(Path.of(kept.get(1)), settings)) {
            List<GrowthSide> sides = new ArrayList<>();
            for (Installation installation : List.of(staying, growing)) {
                GrowthSide side = new GrowthSide(installation, where -> new Archive(where.connect()));
                side.lookAt(Lookups.ofPublic(installation, side.reopen(RESIDENTS, pool))
                        .all());
                sides.add(side);
            }
            GrowthSide small = sides.get(0);
            Map<String, Figure> first = measure(small, small, small.lookups().keySet(), samples);
            Map<String, Figure> grown =
                    measure(small, sides.get(1), small.lookups().keySet(), samples);
            grown.putAll(again(small, sides.get(1), grown));
            Map<Integer, Map<String, Figure>> table = new LinkedHashMap<>();
            table.put(sizes.get(0), first);
            table.put(sizes.get(1), grown);
            return print(table);
        }
    }

    private GrowthSide open(Installation installation) throws Exception {
        GrowthSide side = new GrowthSide(
                installation,
                people ? where -> new Population(where.connect()) : where -> new Archive(where.connect()));
        Street street = side.open(RESIDENTS, pool, open);
        side.grow(sizes.get(0) - open, loaders);
        if (people) {
            side.lookAt(PeopleLookups.of(installation, street));
        } else {
            Lookups.Staff staff = new Lookups.Staff(
                    street.staff("HL003"), street.staff("HL042"), street.office(), street.staff("HL052"));
            side.lookAt(Lookups.of(installation, street, staff).all());
        }
        return side;
    }

    /**
     * Those over the bar once more, with eight times the calls: the 95th percentile of few calls of a few milliseconds is mostly the machine's. What is
     * found then counts, whatever it is.
     */
    private Map<String, Figure> again(GrowthSide small, GrowthSide large, Map<String, Figure> figures)
            throws Exception {
        Set<String> over = new LinkedHashSet<>();
        figures.forEach((name, figure) -> {
            if (figure.p95Growth() > BAR) {
                over.add(name);
            }
        });
        if (over.isEmpty()) {
            return Map.of();
        }
        System.out.printf("those over the bar again, with %,d calls a round:%n", 8 * samples);
        return measure(small, large, over, 8 * samples);
    }

    private Map<String, Figure> measure(GrowthSide small, GrowthSide large, Set<String> names, int calls)
            throws Exception {
        round(small, large, names, Math.max(30, samples / 2));
        Map<String, List<Times[]>> rows = new LinkedHashMap<>();
        for (int i = 0; i < rounds; i++) {
            round(small, large, names, calls)
                    .forEach((name, pair) ->
                            rows.computeIfAbsent(name, key -> new ArrayList<>()).add(pair));
        }
        Map<String, Figure> figures = new LinkedHashMap<>();
        rows.forEach((name, pairs) -> {
            Figure figure = new Figure(
                    median(pairs.stream().map(pair -> pair[1].p50()).toList()),
                    median(pairs.stream().map(pair -> pair[1].p95()).toList()),
                    median(pairs.stream()
                            .map(pair -> pair[1].p50() / pair[0].p50())
                            .toList()),
                    median(pairs.stream()
                            .map(pair -> pair[1].p95() / pair[0].p95())
                            .toList()));
            figures.put(name, figure);
            System.out.printf(
                    "  %-34s p50 %7.2f ms (x %.2f)   p95 %7.2f ms (x %.2f)%n",
                    name, figure.p50(), figure.p50Growth(), figure.p95(), figure.p95Growth());
        });
        return figures;
    }

    /** Every lookup once, here and there in changing order, and again. @return for each the times of the one that stays and of the one that grows */
    private static Map<String, Times[]> round(GrowthSide small, GrowthSide large, Set<String> names, int calls)
            throws IOException, InterruptedException {
        Map<String, Latencies[]> times = new LinkedHashMap<>();
        for (int turn = 0; turn < calls; turn++) {
            for (String name : names) {
                Latencies[] pair =
                        times.computeIfAbsent(name, key -> new Latencies[] {new Latencies(), new Latencies()});
                for (int i = 0; i < 2; i++) {
                    int side = (turn + i) % 2;
                    once((side == 0 ? small : large).lookup(name), turn, pair[side]);
                }
            }
        }
        Map<String, Times[]> found = new LinkedHashMap<>();
        times.forEach((name, pair) -> found.put(name, new Times[] {Times.of(pair[0]), Times.of(pair[1])}));
        return found;
    }

    private static void once(Lookups.Lookup lookup, int turn, Latencies into) throws IOException, InterruptedException {
        long start = System.nanoTime();
        boolean answered = true;
        try {
            lookup.ask(turn).expect(200);
        } catch (HttpTimeoutException busy) {
            answered = false;
        }
        into.add(System.nanoTime() - start, answered);
    }

    private static double median(List<Double> some) {
        return some.stream().sorted().toList().get(some.size() / 2);
    }

    private boolean print(Map<Integer, Map<String, Figure>> table) {
        int first = sizes.get(0);
        System.out.printf("%n%-34s %18s", "p95 in ms", String.format("%,d", first));
        sizes.stream().skip(1).forEach(size -> System.out.printf(" %18s", String.format("%,d", size)));
        System.out.println();
        List<String> over = new ArrayList<>();
        for (String name : Objects.requireNonNull(table.get(first)).keySet()) {
            System.out.printf("%-34s", name);
            table.forEach((size, figures) -> {
                Figure figure = Objects.requireNonNull(figures.get(name));
                System.out.printf("   %7.2f (x %.2f)", figure.p95(), figure.p95Growth());
                if (size != first && figure.p95Growth() > BAR) {
                    over.add(String.format("%s at %,d: x %.2f", name, size, figure.p95Growth()));
                }
            });
            System.out.println();
        }
        System.out.printf(
                "growth of p95, smallest and larger in turns (median of %d rounds of %d calls); the first column is the noise: two installations of one size%n",
                rounds, samples);
        over.forEach(line -> System.out.println("over the bar: " + line));
        System.out.printf("growth at most x %.1f: %s%n", BAR, over.isEmpty() ? "PASS" : "FAIL");
        return over.isEmpty();
    }
}
