package dev.gridbell.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Residents and members keep two servers busy over HTTP until as many messages were written as wanted, while WeChat has random troubles and
 * servers are killed at random moments; then everything is calm and the queue runs dry. At last all reminders of the days to come fall due at
 * once, under two more kills, so that no message is left without an end when the checker reads database and ledger.
 */
final class SoakRun {

    private static final int GRIDS = 6;
    private static final double VISITS = 0.2;
    private static final int CONSENTS = 25;
    private static final int LAST_KILLS = 2;

    private final Options options;
    private final int wanted;
    private final int nodes;
    private final int kills;
    private final int clients;
    private final int residents;
    private final int seed;
    private final Duration limit;

    SoakRun(Options options) {
        this.options = options;
        this.wanted = options.number("messages", 100_000);
        this.nodes = options.number("nodes", 2);
        this.kills = options.number("kills", 30);
        this.clients = options.number("clients", 12);
        this.residents = options.number("residents", 120);
        this.seed = options.number("seed", 1);
        this.limit = options.duration("limit", Duration.ofMinutes(60));
    }

    boolean run() throws Exception {
        Blueprint plan = Blueprint.of(nodes).ledger(1_000_000).with("gridbell.visit.capacity", "8");
        try (Stage stage = Stage.open(plan, options)) {
            Street street = Street.open(stage.installation(), residents, residents * 4 / 5, GRIDS);
            giveConsents(street);
            Lives lives = new Lives(street);
            AtomicBoolean stop = new AtomicBoolean();
            long start = System.nanoTime();
            int died;
            int changes;
            try (Weather weather = Weather.over(stage.sandbox(), seed)) {
                List<Future<?>> running = live(lives, stop);
                died = killAtRandom(stage, lives, start);
                stop.set(true);
                for (Future<?> client : running) {
                    client.get(2, TimeUnit.MINUTES);
                }
                changes = weather.changes();
            }
            System.out.printf(
                    "load over after %d s: %d messages, %s%n",
                    since(start), stage.messages().all(), stage.messages().byStatus());
            Duration drained = stage.messages().waitUntilSettled(Duration.ofMinutes(20));
            died += remindAtOnce(stage);
            boolean ended =
                    stage.messages().open() == 0 && !stage.messages().byStatus().containsKey("QUEUED");
            stage.ledger().readToTheEnd(Duration.ofMinutes(2));
            MessageChecker.Findings found = MessageChecker.check(stage.messages(), stage.ledger());
            System.out.printf("dry %d s after the load; %s%n", drained.toSeconds(), found.line());
            boolean planted = new Plants(stage, street.resident(0), options.text("plant", "")).allCaught(found);
            boolean enough = found.messages() >= wanted;
            long lost = lives.lost(stage.messages());
            boolean held = found.clean() && planted && enough && ended && lost == 0;
            System.out.printf(
                    "soak: %d nodes, %d kills, weather changed %d times (seed %d), %d requests and visits acknowledged (%d lost) by %d HTTP calls,"
                            + " %d pushes lost;"
                            + " dry %d s after the load; ends %s; %s%s: %s%n",
                    nodes,
                    died,
                    changes,
                    seed,
                    lives.acknowledged(),
                    lost,
                    lives.calls(),
                    stage.ledger().pushesLost(),
                    drained.toSeconds(),
                    stage.messages().byStatus(),
                    found.line(),
                    enough ? "" : " (time was over before " + wanted + ")",
                    held ? "PASS" : "FAIL");
            return held;
        }
    }

    /** @return kills */
    private int remindAtOnce(Stage stage) throws Exception {
        int planned = stage.messages().bringForward();
        System.out.printf("%d reminders of the days to come fall due now%n", planned);
        Random random = new Random(seed + 1L);
        for (int kill = 0; kill < LAST_KILLS; kill++) {
            TimeUnit.MILLISECONDS.sleep(2_000 + random.nextInt(4_000));
            ServerNode victim = stage.node(random.nextInt(nodes));
            victim.kill();
            System.out.printf(
                    "killed among them, %s; ready again after %d s%n",
                    stage.messages().byStatus(), victim.start().toSeconds());
        }
        stage.messages().waitUntilSettled(Duration.ofMinutes(20));
        return LAST_KILLS;
    }

    private void giveConsents(Street street) throws Exception {
        int from = residents * 4 / 5;
        Street.inParallel(residents - from, i -> {
            street.consent(street.resident(from + i), Street.RECEIVED, CONSENTS);
            return true;
        });
    }

    private List<Future<?>> live(Lives lives, AtomicBoolean stop) {
        ExecutorService threads = Executors.newFixedThreadPool(clients, work -> {
            Thread thread = new Thread(work, "client");
            thread.setDaemon(true);
            return thread;
        });
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> running = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            running.add(threads.submit(() -> {
                while (!stop.get()) {
                    int i = next.getAndIncrement();
                    lives.playOne(new Random(31L * seed + i), i, VISITS);
                }
                return null;
            }));
        }
        threads.shutdown();
        return running;
    }

    /** Kills and starts again, spread evenly over the messages that are wanted, until these are written or time is over. @return kills */
    private int killAtRandom(Stage stage, Lives lives, long start) throws Exception {
        Random random = new Random(seed);
        int died = 0;
        int looks = 0;
        while (since(start) < limit.toSeconds()) {
            long written = stage.messages().all();
            if (written >= wanted) {
                return died;
            }
            if (died < kills && written >= (long) wanted * (died + 1) / (kills + 1)) {
                TimeUnit.MILLISECONDS.sleep(random.nextInt(2_000));
                ServerNode victim = stage.node(random.nextInt(nodes));
                victim.kill();
                died++;
                System.out.printf(
                        "kill %d of %d after %d messages; ready again after %d s%n",
                        died, kills, written, victim.start().toSeconds());
            }
            if (looks++ % 10 == 0) {
                System.out.printf(
                        "  … %d s: %d of %d messages, %d calls, %s%n",
                        since(start),
                        written,
                        wanted,
                        lives.calls(),
                        stage.messages().byStatus());
                stage.ledger().read();
            }
            TimeUnit.SECONDS.sleep(1);
        }
        return died;
    }

    private static long since(long start) {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
    }
}
