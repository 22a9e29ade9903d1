package dev.gridbell.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When something was away, and what clients saw of it: how soon a write worked again, and calls that failed although they had nothing to do
 * with it.
 */
final class Outages {

    /** How long a server may take to be itself again. */
    static final Duration NORMAL_WITHIN = Duration.ofSeconds(5);

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** @param gone {@link System#nanoTime}, and so is {@code back} */
    private record Outage(long gone, long back) {}

    /** Something done to a part of the installation. */
    interface Act {
        void run() throws Exception;
    }

    private final Tries tries;
    private final List<Outage> all = new ArrayList<>();
    private Duration slowest = Duration.ZERO;
    private int neverBack;

    Outages(Tries tries) {
        this.tries = tries;
    }

    /**
     * Takes something away for a while and waits until writes work again.
     *
     * @param back returns when it takes connections again
     * @return how long after that the first write was answered with success
     */
    Duration play(String what, Act away, Duration length, Act back) throws Exception {
        long gone = System.nanoTime();
        away.run();
        Thread.sleep(length.toMillis());
        back.run();
        long moment = System.nanoTime();
        all.add(new Outage(gone, moment));
        Optional<Duration> normal = tries.awaitGoodWriteAfter(moment, PATIENCE);
        Duration took = normal.orElse(PATIENCE);
        neverBack += normal.isEmpty() ? 1 : 0;
        slowest = took.compareTo(slowest) > 0 ? took : slowest;
        System.out.printf(
                "  %s for %.1f s; first write %d ms after it was back; %d calls, answers by status %s%n",
                what,
                (moment - gone) / 1e9,
                took.toMillis(),
                tries.all().count(),
                tries.all().statuses());
        return took;
    }

    /** The longest it took until a write worked again. */
    Duration slowest() {
        return slowest;
    }

    boolean alwaysCameBack() {
        return neverBack == 0;
    }

    /** Calls in trouble that touch no outage nor the {@link #NORMAL_WITHIN} after it. */
    long strays() {
        return tries.all().tries().stream()
                .filter(Tries.Try::trouble)
                .filter(one -> all.stream().noneMatch(outage -> touches(one, outage)))
                .count();
    }

    private static boolean touches(Tries.Try one, Outage outage) {
        return one.ended() - outage.gone() >= 0 && one.sent() - (outage.back() + NORMAL_WITHIN.toNanos()) <= 0;
    }
}
