package dev.gridbell.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** How fast clients are answered who ask again as soon as they were (a closed loop). */
final class Pace {

    /** One kind of work; a call is one unit. */
    interface Work {
        void once(int client) throws Exception;
    }

    private final int clients;

    Pace(int clients) {
        this.clients = clients;
    }

    /**
     * Measures and prints a line.
     *
     * @param node    who answers; null if this process does the work itself
     * @param howLong seconds
     * @param most    calls a client at most; fewer seconds if that is reached
     * @return calls per second
     */
    double measure(String what, Work work, @Nullable ServerNode node, int howLong, int most) throws Exception {
        Duration before = processorTime(node);
        AtomicLong calls = new AtomicLong();
        long start = System.nanoTime();
        long[] all = run(work, start + TimeUnit.SECONDS.toNanos(howLong), most, calls);
        double rate = calls.get() * 1e9 / (System.nanoTime() - start);
        System.out.printf(
                "  %-26s %8.0f /s   p50 %6.2f ms   p99 %6.2f ms   processor of its process %5.2f ms a call%n",
                what,
                rate,
                all[all.length / 2] / 1e6,
                all[(int) (all.length * 0.99)] / 1e6,
                processorTime(node).minus(before).toNanos() / 1e6 / calls.get());
        return rate;
    }

    private long[] run(Work work, long end, int most, AtomicLong calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        long[][] times = new long[clients][];
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            int client = i;
            running.add(threads.submit(() -> {
                long[] mine = new long[100_000];
                int count = 0;
                while (System.nanoTime() < end && count < Math.min(most, mine.length)) {
                    long begun = System.nanoTime();
                    work.once(client);
                    mine[count++] = System.nanoTime() - begun;
                    calls.incrementAndGet();
                }
                times[client] = Arrays.copyOf(mine, count);
                return null;
            }));
        }
        try {
            for (Future<?> future : running) {
                future.get();
            }
        } finally {
            threads.shutdownNow();
        }
        return Arrays.stream(times).flatMapToLong(Arrays::stream).sorted().toArray();
    }

    /** Of the process that answers; without one this process does the work itself, together with its clients. */
    private static Duration processorTime(@Nullable ServerNode node) {
        return node == null
                ? ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO)
                : node.processorTime();
    }
}
