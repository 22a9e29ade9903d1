package dev.gridbell.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * WeChat pushes at a steady rate, whatever the server does (an open loop): how long each waits for its answer, from when it was due to be sent. Readers
 * work what was stored meanwhile, as they would.
 */
final class CallbackRun {

    private static final int SENDERS = 24;
    private static final Duration BAR = Duration.ofMillis(20);

    private final int rate;
    private final int seconds;
    private final int warmUp;
    private final Options options;

    CallbackRun(Options options) {
        this.options = options;
        this.rate = options.number("rate", 500);
        this.seconds = options.number("seconds", 30);
        this.warmUp = options.number("warmup", 40);
    }

    boolean run() throws Exception {
        try (Stage stage = Stage.open(Blueprint.of(1), options)) {
            Http server = new Http(stage.installation().base());
            for (int second = 0; second < warmUp; second += 10) {
                Latencies warming = push(server, 10);
                System.out.printf(
                        "warm-up, %d /s: p50 %s, p99 %s%n", rate, millis(warming, 0.5), millis(warming, 0.99));
            }
            long before = stored(stage);
            Duration processor = stage.node(0).processorTime();
            Latencies latencies = push(server, seconds);
            Duration used = stage.node(0).processorTime().minus(processor);
            long kept = stored(stage) - before;
            Duration p99 = latencies.percentile(0.99);
            boolean held = latencies.failed() == 0 && kept == latencies.count() && p99.compareTo(BAR) <= 0;
            System.out.printf(
                    "%d callbacks at %d /s: %d answered as taken, %d stored; p50 %s, p99 %s (bar %d ms), the longest %s; %.2f ms of the"
                            + " server's processor each, %d MB in memory: %s%n",
                    latencies.count(),
                    rate,
                    latencies.count() - latencies.failed(),
                    kept,
                    millis(latencies, 0.5),
                    millis(latencies, 0.99),
                    BAR.toMillis(),
                    millis(latencies, 1),
                    used.toNanos() / 1e6 / latencies.count(),
                    stage.node(0).megabytes(),
                    held ? "PASS" : "FAIL");
            return held;
        }
    }

    private Latencies push(Http server, int howLong) throws Exception {
        String run = UUID.randomUUID().toString();
        List<Callback> sealed = new ArrayList<>();
        for (int i = 0; i < rate * howLong; i++) {
            sealed.add(Callback.genuine(Callback.click("steady", run + "-" + i)));
        }
        // A pause of this process would be taken for the server's.
        System.gc();
        Latencies latencies = new Latencies();
        AtomicInteger next = new AtomicInteger();
        long start = System.nanoTime();
        ExecutorService threads = Executors.newFixedThreadPool(SENDERS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int sender = 0; sender < SENDERS; sender++) {
                running.add(threads.submit(() -> {
                    for (int i = next.getAndIncrement(); i < sealed.size(); i = next.getAndIncrement()) {
                        long due = start + i * TimeUnit.SECONDS.toNanos(1) / rate;
                        TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                        boolean taken = taken(server, sealed.get(i));
                        latencies.add(System.nanoTime() - due, taken);
                    }
                    return null;
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
        return latencies;
    }

    private static boolean taken(Http server, Callback callback) throws InterruptedException {
        try {
            return callback.postTo(server).status() == 200;
        } catch (IOException unanswered) {
            return false;
        }
    }

    private static long stored(Stage stage) throws SQLException {
        return stage.messages().number("SELECT COUNT(*) FROM wechat_inbound");
    }

    private static String millis(Latencies latencies, double share) {
        return String.format("%.1f ms", latencies.percentile(share).toNanos() / 1e6);
    }
}
