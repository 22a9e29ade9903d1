package dev.gridbell.bench;

import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Rushes, each between two measurements of what the server can: the machine's own speed comes and goes within a minute, so that a rush is compared
 * with what was right before and right after it.
 *
 * @param first      the first of all, which everything is new to; told, not judged
 * @param capacities one more than there are rushes
 */
record LoadCourse(LoadTally first, List<LoadTally> capacities, List<LoadTally> rushes) {

    private static final double LEAST = 0.8;
    /** Of any single rush, whatever the machine did meanwhile. */
    private static final double LEAST_OF_EACH = 0.6;

    boolean held(boolean full) {
        return without(tally -> tally.bare.get()) == 0
                && without(tally -> tally.broken.get()) == 0
                && rushes.stream().allMatch(rush -> refused(rush) > 0)
                && (!full
                        || (goodput() >= LEAST
                                && shares().allMatch(share -> share >= LEAST_OF_EACH)
                                && lastOfFirst() >= LEAST
                                && slowestRefusals().refused.percentile(0.99).toNanos() <= LoadTally.REFUSED_WITHIN));
    }

    /** The middle one of all rushes, as a share of the capacity around each. */
    private double goodput() {
        double[] sorted = shares().sorted().toArray();
        return sorted[(sorted.length - 1) / 2];
    }

    private DoubleStream shares() {
        return IntStream.range(0, rushes.size())
                .mapToDouble(i -> rushes.get(i).perSecond()
                        / ((capacities.get(i).perSecond()
                                        + capacities.get(i + 1).perSecond())
                                / 2));
    }

    /** Who is slower for good after a rush has not withstood it. */
    private double lastOfFirst() {
        return capacities.get(capacities.size() - 1).perSecond()
                / capacities.get(0).perSecond();
    }

    private static long refused(LoadTally rush) {
        return rush.refusedAtFirst.count() + rush.refused.count();
    }

    private LoadTally slowestRefusals() {
        return worst(tally -> tally.refused.percentile(0.99).toNanos());
    }

    private LoadTally worst(ToLongFunction<LoadTally> nanos) {
        return rushes.stream()
                .max((a, b) -> Long.compare(nanos.applyAsLong(a), nanos.applyAsLong(b)))
                .orElseThrow();
    }

    private long sum(ToLongFunction<LoadTally> what) {
        return rushes.stream().mapToLong(what).sum();
    }

    private long without(ToLongFunction<LoadTally> what) {
        return Stream.of(Stream.of(first), capacities.stream(), rushes.stream())
                .flatMap(tallies -> tallies)
                .mapToLong(what)
                .sum();
    }

    String words() {
        LoadTally slow = slowestRefusals();
        LoadTally atFirst = worst(tally -> tally.refusedAtFirst.percentile(0.99).toNanos());
        LoadTally late = worst(tally -> tally.good.percentile(0.95).toNanos());
        return String.format(
                "capacity %s calls/s around %d rushes; %s times as much offered: goodput %s calls/s = %s %%, the middle one %.0f %% (p95 at most %d ms);"
                        + " %d refused in the first 3 s, p99 at most %d ms, then %d, in p50 %d ms, p95 %d ms, p99 at most %d ms (%d over 100 ms), %d of all calls without"
                        + " Retry-After or problem document, %d without an answer",
                whole(capacities.stream().mapToDouble(LoadTally::perSecond)),
                rushes.size(),
                tenths(IntStream.range(0, rushes.size()).mapToDouble(this::times)),
                whole(rushes.stream().mapToDouble(LoadTally::perSecond)),
                whole(shares().map(share -> share * 100)),
                goodput() * 100,
                late.good.percentile(0.95).toMillis(),
                sum(tally -> tally.refusedAtFirst.count()),
                atFirst.refusedAtFirst.percentile(0.99).toMillis(),
                sum(tally -> tally.refused.count()),
                slow.refused.percentile(0.5).toMillis(),
                slow.refused.percentile(0.95).toMillis(),
                slow.refused.percentile(0.99).toMillis(),
                sum(tally -> tally.slowRefusals.get()),
                without(tally -> tally.bare.get()),
                without(tally -> tally.broken.get()));
    }

    private double times(int rush) {
        return rushes.get(rush).all()
                / rushes.get(rush).seconds
                / capacities.get(rush).perSecond();
    }

    private static String whole(DoubleStream numbers) {
        return numbers.mapToObj(number -> String.format("%.0f", number)).collect(Collectors.joining(", "));
    }

    private static String tenths(DoubleStream numbers) {
        return numbers.mapToObj(number -> String.format("%.1f", number)).collect(Collectors.joining(", "));
    }
}
