package dev.gridbell.bench;

import java.time.Duration;
import java.util.List;
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

    /** From the deed to the last failure; zero if nobody noticed. */
    Duration lasted(Traffic traffic) {
        return Duration.ofNanos(within(traffic.failures()).stream()
                .mapToLong(failure -> failure.at() - at)
                .max()
                .orElse(0));
    }

    String line(Traffic traffic) {
        return String.format(
                "%s: %d calls failed, the last %.1f s later",
                what, within(traffic.failures()).size(), lasted(traffic).toMillis() / 1000.0);
    }

    boolean covers(Traffic.Failure failure) {
        return failure.at() >= at && failure.at() <= until;
    }

    private List<Traffic.Failure> within(List<Traffic.Failure> failures) {
        return failures.stream().filter(this::covers).toList();
    }

    private static long last(long from, Traffic traffic) {
        return traffic.failures().stream()
                .mapToLong(Traffic.Failure::at)
                .filter(at -> at >= from)
                .max()
                .orElse(from);
    }
}
