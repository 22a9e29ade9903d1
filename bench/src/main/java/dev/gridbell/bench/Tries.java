package dev.gridbell.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Every single call that clients of a run made: when, how long it took, what came back. Thread-safe. */
final class Tries {

    /** What was called. */
    enum Kind {
        SUBMIT,
        BOOK,
        CANCEL,
        LIST
    }

    /**
     * One call.
     *
     * @param sent   {@link System#nanoTime}
     * @param took   nanoseconds until the answer, or until the client gave up
     * @param status 0 if no answer came
     */
    record Try(Kind kind, long sent, long took, int status) {

        boolean good() {
            return status >= 200 && status < 300;
        }

        /** No answer, or one that says the house is at fault. A refusal for a reason of the caller's own is none. */
        boolean trouble() {
            return status == 0 || status >= 500;
        }

        boolean write() {
            return kind != Kind.LIST;
        }

        long ended() {
            return sent + took;
        }
    }

    /** Some of the calls, looked at together. */
    record View(List<Try> tries) {

        View only(Predicate<Try> wanted) {
            return new View(tries.stream().filter(wanted).toList());
        }

        int count() {
            return tries.size();
        }

        long good() {
            return tries.stream().filter(Try::good).count();
        }

        long trouble() {
            return tries.stream().filter(Try::trouble).count();
        }

        /** Zero time if there were none. */
        Duration percentile(double share) {
            long[] sorted = tries.stream().mapToLong(Try::took).sorted().toArray();
            return sorted.length == 0
                    ? Duration.ZERO
                    : Duration.ofNanos(sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))]);
        }

        Duration longest() {
            return percentile(1);
        }

        /** How many there were of each status. */
        Map<Integer, Integer> statuses() {
            Map<Integer, Integer> counts = new TreeMap<>();
            tries.forEach(one -> counts.merge(one.status(), 1, Integer::sum));
            return counts;
        }
    }

    private final Queue<Try> all = new ConcurrentLinkedQueue<>();

    void add(Kind kind, long sent, int status) {
        all.add(new Try(kind, sent, System.nanoTime() - sent, status));
    }

    View all() {
        return new View(List.copyOf(all));
    }

    /** Those sent from one moment up to another, both {@link System#nanoTime}. */
    View sentBetween(long from, long to) {
        return all().only(one -> one.sent() - from >= 0 && one.sent() - to < 0);
    }

    /** How long after a moment the first write was answered with success; empty if none was yet. */
    Optional<Duration> firstGoodWriteAfter(long moment) {
        return all.stream()
                .filter(one -> one.write() && one.good() && one.ended() - moment >= 0)
                .map(one -> Duration.ofNanos(one.ended() - moment))
                .min(Duration::compareTo);
    }

    /** Waits for that. Empty if it does not come. */
    Optional<Duration> awaitGoodWriteAfter(long moment, Duration patience) throws InterruptedException {
        Optional<Duration> found = firstGoodWriteAfter(moment);
        while (found.isEmpty() && System.nanoTime() - moment < patience.toNanos()) {
            TimeUnit.MILLISECONDS.sleep(50);
            found = firstGoodWriteAfter(moment);
        }
        return found;
    }
}
