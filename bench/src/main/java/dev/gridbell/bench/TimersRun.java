package dev.gridbell.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Timers of requests and visits on two servers while one of them is killed again and again, just when much falls due: deadlines, questions to
 * residents, answers nobody rated, questions of four weeks later; members reminded to answer, leads asked instead, visits nobody answered,
 * visits nobody went to. Each must be done once, whole, and none be forgotten.
 */
final class TimersRun {

    private static final int GRIDS = 6;
    private static final Duration SETTLE = Duration.ofSeconds(15);

    private final int requests;
    private final int kills;
    private final int residents;
    private final Duration patience;
    private final Duration within;
    private final Random random;
    private final Options options;

    TimersRun(Options options) {
        this.options = options;
        this.requests = options.number("requests", 400);
        this.kills = options.number("kills", 10);
        this.residents = options.number("residents", 24);
        this.patience = options.duration("patience", Duration.ofMinutes(5));
        this.within = options.duration("within", Duration.ofMinutes(2));
        this.random = new Random(options.number("seed", 1));
    }

    boolean run() throws Exception {
        // What is said is counted as it is written; how it is sent is the soak's matter.
        Blueprint plan = Blueprint.of(2)
                .with("gridbell.message.courier.enabled", "false")
                .with("gridbell.request.timer-every", "1s")
                .with("gridbell.request.after-every", "1s")
                .with("gridbell.visit.terms.silence-every", "1s")
                .with("db-scheduler.polling-interval", "500ms")
                .with(options.startingWith("server."));
        try (Installation installation = Installation.prepare(plan).startAll()) {
            Street street = Street.open(installation, residents, 0, GRIDS);
            try (FallingDue due = new FallingDue(installation, street)) {
                due.make(requests);
                System.out.printf("%d requests and visits wait for their timers%n", requests);
                int inTheMiddle = killWhileDue(installation, due);
                FallingDue.Findings found = waitUntilDone(due);
                boolean held = found.done() == requests
                        && found.lost() + found.twice() + found.half() == 0
                        && found.latest().compareTo(within) <= 0;
                System.out.printf(
                        "timers: 2 nodes, %d kills (%d with work left undone at that moment), %d due: %d done once, %d lost, %d twice, %d half done;"
                                + " the longest wait %.1f s (bar %d s): %s%n",
                        kills,
                        inTheMiddle,
                        requests,
                        found.done(),
                        found.lost(),
                        found.twice(),
                        found.half(),
                        found.latest().toMillis() / 1000.0,
                        within.toSeconds(),
                        held ? "PASS" : "FAIL");
                if (held) {
                    installation.removeFolder();
                }
                return held;
            }
        }
    }

    /** As many bursts as kills; the killed one comes back while the other works on. @return kills that came while something was due and not done */
    private int killWhileDue(Installation installation, FallingDue due) throws Exception {
        ExecutorService starting = Executors.newSingleThreadExecutor();
        Future<?> back = starting.submit(() -> {});
        int inTheMiddle = 0;
        try {
            for (int kill = 0; kill < kills; kill++) {
                back.get(10, TimeUnit.MINUTES);
                int end = requests * (kill + 1) / kills;
                due.set(requests * kill / kills, end, Instant.now().plusSeconds(2));
                TimeUnit.MILLISECONDS.sleep(2_000 + random.nextInt(1_800));
                ServerNode victim = installation.nodes().get(random.nextInt(2));
                victim.kill();
                int done = due.look().done();
                inTheMiddle += done < end ? 1 : 0;
                System.out.printf("kill %d of %d with %d of %d done%n", kill + 1, kills, done, end);
                back = starting.submit(() -> {
                    victim.start();
                    return null;
                });
            }
            back.get(10, TimeUnit.MINUTES);
        } finally {
            starting.shutdownNow();
        }
        return inTheMiddle;
    }

    private FallingDue.Findings waitUntilDone(FallingDue due) throws Exception {
        long end = System.nanoTime() + patience.toNanos();
        while (due.look().lost() > 0 && System.nanoTime() < end) {
            TimeUnit.SECONDS.sleep(1);
        }
        // What would be done twice is done by now.
        TimeUnit.NANOSECONDS.sleep(SETTLE.toNanos());
        return due.look();
    }
}
