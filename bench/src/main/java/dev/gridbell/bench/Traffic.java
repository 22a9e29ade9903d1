package dev.gridbell.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Residents who submit, book, call off and look, one call after the other, through one entrance. A call that fails is made again until it is
 * answered, with the same key where it has one; every failure is written down with its time, and what was promised goes into histories.
 */
final class Traffic {

    /**
     * A call that was not answered as it should be.
     *
     * @param at        of {@link System#nanoTime}
     * @param again     whether it may be made again by whoever stands in between: it reads, or has a key
     */
    record Failure(long at, boolean again, String what) {}

    private static final int MOST_OPENINGS = 12;

    private final String base;
    private final List<Crowd.Member> crowd;
    private final Path histories;
    private final Duration pause;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<?>> running = new ArrayList<>();
    private final ConcurrentLinkedQueue<Failure> failures = new ConcurrentLinkedQueue<>();
    private final Latencies latencies = new Latencies();
    private final AtomicLong refused = new AtomicLong();
    private final ConcurrentLinkedQueue<String> calledOff = new ConcurrentLinkedQueue<>();
    private volatile boolean stop;

    /** @param pause of each resident between two calls */
    Traffic(String base, List<Crowd.Member> crowd, Path histories, Duration pause) {
        this.base = base;
        this.crowd = crowd;
        this.histories = histories;
        this.pause = pause;
    }

    void start() {
        crowd.forEach(member -> running.add(threads.submit(() -> live(member))));
    }

    /** Lets calls under way end. */
    void stop() throws Exception {
        stop = true;
        for (Future<?> client : running) {
            client.get(120, TimeUnit.SECONDS);
        }
        threads.shutdown();
    }

    List<Failure> failures() {
        return List.copyOf(failures);
    }

    /** Of calls that were answered. */
    Latencies latencies() {
        return latencies;
    }

    /** Bookings that were answered with a no: taken by somebody else. */
    long refused() {
        return refused.get();
    }

    Path requests() {
        return histories.resolve("requests");
    }

    Path visits() {
        return histories.resolve("visits");
    }

    private Void live(Crowd.Member member) throws Exception {
        Random random = new Random(member.number());
        try (History requests = new History(requests(), member.number());
                History visits = new History(visits(), member.number())) {
            while (!stop) {
                switch (random.nextInt(5)) {
                    case 0, 1 -> submit(member, requests);
                    case 2 -> book(member, visits, random);
                    case 3 -> ask(member, "GET", "/api/resident/requests", null, null);
                    default -> ask(member, "GET", "/api/resident/visits", null, null);
                }
                TimeUnit.NANOSECONDS.sleep(pause.toNanos());
            }
        }
        return null;
    }

    private void submit(Crowd.Member member, History history) throws IOException, InterruptedException {
        String key = UUID.randomUUID().toString();
        history.write(History.Outcome.INVOKE, key, "");
        Http.@Nullable Answer answer =
                ask(member, "POST", "/api/resident/requests", key, Map.of("category", "GARBAGE", "description", key));
        promised(history, key, answer);
        if (answer != null && answer.status() != 201) {
            throw new IllegalStateException("refused: " + answer.status() + " " + answer.body());
        }
    }

    /** Books one of the next openings; most are called off again, so that there is always something to fight for. */
    private void book(Crowd.Member member, History history, Random random) throws IOException, InterruptedException {
        List<String> starts = new ArrayList<>();
        Http.@Nullable Answer openings = ask(member, "GET", "/api/resident/visit-openings", null, null);
        if (openings != null && openings.status() == 200) {
            openings.json()
                    .at("/items")
                    .forEach(item -> starts.add(item.at("/start").asString("")));
        }
        if (starts.isEmpty()) {
            return;
        }
        String start = starts.get(random.nextInt(Math.min(MOST_OPENINGS, starts.size())));
        String key = UUID.randomUUID().toString();
        history.write(History.Outcome.INVOKE, key, "");
        Http.@Nullable Answer answer = ask(
                member,
                "POST",
                "/api/resident/visits",
                key,
                Map.of("start", start, "purpose", "SAFETY_CHECK", "note", key));
        promised(history, key, answer);
        if (answer != null && answer.status() == 201 && random.nextInt(10) > 0) {
            callOff(member, answer.at("/id"));
        }
    }

    private void callOff(Crowd.Member member, String visit) throws InterruptedException {
        Http.@Nullable Answer answer = ask(
                member,
                "POST",
                "/api/resident/visits/" + visit + "/cancellation",
                null,
                Map.of("reason", "临时有事，改日再约。"));
        if (answer != null && answer.status() == 200) {
            calledOff.add(visit);
        }
    }

    /** Acknowledged. */
    int calledOff() {
        return calledOff.size();
    }

    /** Visits that were called off, as was told, and are not. */
    long calledOffAndStanding(Connection database) throws SQLException {
        Set<String> off = new HashSet<>();
        try (Statement sql = database.createStatement();
                ResultSet row = sql.executeQuery("SELECT id FROM visit WHERE status = 'CANCELLED'")) {
            while (row.next()) {
                off.add(row.getString(1));
            }
        }
        return calledOff.stream().filter(visit -> !off.contains(visit)).count();
    }

    private void promised(History history, String key, Http.@Nullable Answer answer) throws IOException {
        if (answer == null) {
            history.write(History.Outcome.UNKNOWN, key, "");
        } else if (answer.status() == 201) {
            history.write(History.Outcome.OK, key, answer.at("/id"));
        } else {
            refused.incrementAndGet();
            history.write(History.Outcome.FAIL, key, "");
        }
    }

    /** Until it is answered. @return null if it was not when everything ended */
    private Http.@Nullable Answer ask(
            Crowd.Member member, String method, String path, @Nullable String key, @Nullable Object body)
            throws InterruptedException {
        Http http = new Http(base);
        while (true) {
            long begun = System.nanoTime();
            String failed;
            try {
                Http.Answer answer = http.call(method, path, member.token(), key, body);
                boolean answered = answer.status() < 500
                        && answer.status() != 429
                        && !(answer.status() == 409 && answer.body().contains("idempotency"));
                if (answered) {
                    latencies.add(System.nanoTime() - begun, true);
                    return answer;
                }
                failed = answer.status() + " " + (answer.status() == 409 ? "key in progress" : "");
            } catch (IOException e) {
                failed = e.getClass().getSimpleName();
            }
            boolean again = method.equals("GET") || key != null;
            failures.add(new Failure(
                    System.nanoTime(), again, method + " " + path.replaceAll("\\d+", "…") + ": " + failed.strip()));
            if (stop) {
                return null;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }
}
