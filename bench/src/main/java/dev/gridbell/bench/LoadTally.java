package dev.gridbell.bench;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What came of a load: what was answered in time to be of use, and what was refused. */
final class LoadTally {

    static final long REFUSED_WITHIN = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long FIRST = TimeUnit.SECONDS.toNanos(3);
    private static final long OF_USE_WITHIN = TimeUnit.SECONDS.toNanos(5);

    final Latencies good = new Latencies();
    /** While hundreds connect at the same moment and the server makes threads for them. */
    final Latencies refusedAtFirst = new Latencies();

    final Latencies refused = new Latencies();
    private final AtomicLong late = new AtomicLong();
    final AtomicLong bare = new AtomicLong();
    final AtomicLong broken = new AtomicLong();
    final AtomicLong slowRefusals = new AtomicLong();
    private final AtomicIntegerArray inSecond = new AtomicIntegerArray(300);
    private final long start = System.nanoTime();
    double seconds;

    void good(long nanos) {
        good.add(nanos, true);
        late.addAndGet(nanos > OF_USE_WITHIN ? 1 : 0);
        inSecond.incrementAndGet(
                (int) Math.min(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start), inSecond.length() - 1));
    }

    /** Answered in each second. */
    String course() {
        return IntStream.rangeClosed(0, (int) seconds)
                .map(inSecond::get)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(" "));
    }

    void refused(long nanos) {
        boolean first = System.nanoTime() - start < FIRST;
        (first ? refusedAtFirst : refused).add(nanos, true);
        slowRefusals.addAndGet(!first && nanos > REFUSED_WITHIN ? 1 : 0);
    }

    double perSecond() {
        return (good.count() - late.get()) / seconds;
    }

    long all() {
        return good.count() + refusedAtFirst.count() + refused.count() + broken.get();
    }
}
