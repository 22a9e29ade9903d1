package dev.gridbell.bench;

import java.time.Duration;
import java.util.Arrays;

/** How long calls took. Thread-safe. */
final class Latencies {

    private long[] nanos = new long[1024];
    private int count;
    private int failed;

    synchronized void add(long took, boolean fine) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = took;
        failed += fine ? 0 : 1;
    }

    synchronized int count() {
        return count;
    }

    /** Calls that were not answered as they should be. */
    synchronized int failed() {
        return failed;
    }

    /** @param share 0 to 1; zero time if nothing was measured */
    synchronized Duration percentile(double share) {
        if (count == 0) {
            return Duration.ZERO;
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return Duration.ofNanos(sorted[Math.min(count - 1, (int) (count * share))]);
    }
}
