package dev.gridbell.bench;

import java.time.Duration;
import java.util.LongSummaryStatistics;
import java.util.concurrent.TimeUnit;

/**
 * What clients saw of one thing that was done to the machines beneath.
 *
 * @param what  was done
 * @param at    when, of {@link System#nanoTime}
 * @param until when nothing had failed for a while
 */
record Outage(String what, long at, long until) {

    private static final Duration QUIET = Duration.ofSeconds(8);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Looks on until nothing has failed for a while. */
    static Outage watch(String what, long at, Traffic traffic) throws InterruptedException {
        long quietSince = at;
        while (System.nanoTime() - Math.max(quietSince, last(at, traffic)) < QUIET.toNanos()
                && System.nanoTime() - at < PATIENCE.toNanos()) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        Outage outage = new Outage(what, at, System.nanoTime());
        System.out.println(outage.line(traffic));
        return outage;
    }

    /** From the first failure to the last; zero if nobody noticed. */
    Duration lasted(Traffic traffic) {
        LongSummaryStatistics times = times(traffic);
        return times.getCount() == 0 ? Duration.ZERO : Duration.ofNanos(times.getMax() - times.getMin());
    }

    String line(Traffic traffic) {
        LongSummaryStatistics times = times(traffic);
        return times.getCount() == 0
                ? what + ": nobody noticed"
                : String.format(
                        "%s: %d calls failed, from %.1f to %.1f s after",
                        what, times.getCount(), (times.getMin() - at) / 1e9, (times.getMax() - at) / 1e9);
    }

    boolean covers(Traffic.Failure failure) {
        return failure.at() >= at && failure.at() <= until;
    }

    private LongSummaryStatistics times(Traffic traffic) {
        return traffic.failures().stream()
                .filter(this::covers)
                .mapToLong(Traffic.Failure::at)
                .summaryStatistics();
    }

    private static long last(long from, Traffic traffic) {
        return traffic.failures().stream()
                .mapToLong(Traffic.Failure::at)
                .filter(at -> at >= from)
                .max()
                .orElse(from);
    }
}
