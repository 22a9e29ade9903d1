package dev.gridbell.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** {@code kill -9} of the server at random moments while clients submit and try again with the same key. */
final class KillRun {

    private static final List<List<String>> DOORS =
            List.of(List.of("铃音巷1号", "1号楼", "1单元", "101"), List.of("铃音巷3号", "1栋", "1单元", "101"));

    private final int kills;
    private final int clients;
    private final int wanted;
    private final AtomicLong acknowledged = new AtomicLong();
    private final Random random;

    KillRun(Options options) {
        this.kills = options.number("kills", 20);
        this.clients = options.number("clients", 12);
        this.wanted = options.number("acknowledged", 0);
        this.random = new Random(options.number("seed", 1));
    }

    boolean run() throws Exception {
        try (Installation installation = Installation.prepare(Map.of())) {
            System.out.printf("starting the server … ready after %.1f s%n", seconds(installation.startServer()));
            List<Crowd.Member> crowd = new Crowd(installation).signIn(clients, DOORS);
            Path histories = installation.home().resolve("histories");
            AtomicBoolean stop = new AtomicBoolean();
            ExecutorService threads = Executors.newFixedThreadPool(clients);
            List<Future<?>> running = new ArrayList<>();
            for (Crowd.Member member : crowd) {
                running.add(threads.submit(() -> submitUntil(stop, installation.base(), histories, member)));
            }
            Duration longest = Duration.ZERO;
            for (int kill = 1; kill <= kills; kill++) {
                untilEnoughFor(kill);
                TimeUnit.MILLISECONDS.sleep(500 + random.nextInt(4_000));
                installation.killServer();
                Duration ready = installation.startServer();
                longest = ready.compareTo(longest) > 0 ? ready : longest;
                System.out.printf("kill %d of %d, ready again after %.1f s%n", kill, kills, seconds(ready));
            }
            TimeUnit.SECONDS.sleep(2);
            stop.set(true);
            for (Future<?> client : running) {
                client.get(60, TimeUnit.SECONDS);
            }
            threads.shutdown();
            try (var database = installation.connect()) {
                Checker.Findings found = Checker.check(histories, database);
                System.out.printf("%d kills, %s; longest start %.1f s%n", kills, found.line(), seconds(longest));
                return found.clean() && found.acknowledged() >= Math.max(1, wanted);
            }
        }
    }

    /** So that all kills together meet as many acknowledged submissions as were wanted. */
    private void untilEnoughFor(int kill) throws InterruptedException {
        long last = acknowledged.get();
        long since = System.nanoTime();
        while (acknowledged.get() < (long) wanted * kill / kills) {
            if (acknowledged.get() > last) {
                last = acknowledged.get();
                since = System.nanoTime();
            } else if (System.nanoTime() - since > TimeUnit.MINUTES.toNanos(2)) {
                throw new IllegalStateException("nothing is acknowledged any more, after " + last);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private Void submitUntil(AtomicBoolean stop, String base, Path histories, Crowd.Member member)
            throws IOException, InterruptedException {
        Http http = new Http(base);
        try (History history = new History(histories, member.number())) {
            while (!stop.get()) {
                String key = UUID.randomUUID().toString();
                history.write(History.Outcome.INVOKE, key, "");
                submit(http, history, member, key, stop);
            }
        }
        return null;
    }

    /** Tries one submission until it is answered, always with the same key, as a phone would. */
    private void submit(Http http, History history, Crowd.Member member, String key, AtomicBoolean stop)
            throws IOException, InterruptedException {
        Map<String, String> body = Map.of("category", "GARBAGE", "description", key);
        while (true) {
            try {
                Http.Answer answer = http.call("POST", "/api/resident/requests", member.token(), key, body);
                if (answer.status() == 201) {
                    history.write(History.Outcome.OK, key, answer.at("/id"));
                    acknowledged.incrementAndGet();
                    return;
                }
                if (answer.status() < 500 && answer.status() != 409 && answer.status() != 429) {
                    history.write(History.Outcome.FAIL, key, "");
                    throw new IllegalStateException("refused: " + answer.status() + " " + answer.body());
                }
            } catch (IOException e) {
                if (stop.get()) {
                    history.write(History.Outcome.UNKNOWN, key, "");
                    return;
                }
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
