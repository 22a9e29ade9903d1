package dev.gridbell.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * LOAD. How many calls a second the server answers when clients wait for their answers, and then what becomes of five times as many that wait for
 * nobody: half of them submit, half look at their requests. Clients have a processor of their own.
 */
final class Overload implements Scenario {

    private static final int PEOPLE = 48;
    private static final int PATIENCE_MILLIS = 20_000;
    private static final double FASTER = 1.03;

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    /** Submissions whose clients cannot know. */
    private final Set<String> unanswered = ConcurrentHashMap.newKeySet();

    private List<Crowd.Member> crowd = List.of();
    private int port;

    @Override
    public String bar() {
        return "LOAD";
    }

    @Override
    public String title() {
        return "five times the capacity";
    }

    @Override
    public Outcome play(Size size) throws Exception {
        int clients = size.number("clients", 16, 16);
        int seconds = size.number("seconds", 4, 20);
        int rush = size.number("rush", 4, 30);
        int rounds = Math.max(1, size.number("rounds", 1, 3));
        int times = size.number("times", 5, 5);
        int lines = size.number("lines", 600, 600);
        // Messages for what is submitted would be sent meanwhile; that is measured elsewhere.
        Blueprint plan = Blueprint.of(1)
                .with("gridbell.message.courier.enabled", "false")
                .with(size.options().startingWith("server."));
        acknowledged.clear();
        unanswered.clear();
        try (OwnProcessors parted = OwnProcessors.forServers();
                Installation installation = Installation.prepare(plan).startAll()) {
            parted.leaveToClients();
            crowd = new Crowd(installation).signIn(PEOPLE, Doors.ofGrids(6));
            port = installation.nodes().get(0).port();
            double warmed = warmUp(size, clients, seconds);
            // What says no is to be as warm as what says yes; what a server does that was never asked too much is said
            // beside it.
            LoadTally firstRush = open(lines, warmed * times, seconds);
            System.out.printf(
                    "  first rush: %.0f/s of %.0f/s served, in each second %s%n",
                    firstRush.perSecond(), warmed, firstRush.course());
            List<LoadTally> capacities = new ArrayList<>(List.of(closed(clients, seconds)));
            List<LoadTally> rushes = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                double capacity = capacities.get(round).perSecond();
                System.out.printf("  capacity %.0f calls/s; offering %.0f/s%n", capacity, capacity * times);
                rushes.add(open(lines, capacity * times, rush));
                System.out.println(
                        "  served in each second of it: " + rushes.get(round).course());
                capacities.add(closed(clients, seconds));
            }
            LoadCourse course = new LoadCourse(firstRush, capacities, rushes);
            long wrong = submissions(installation);
            return new Outcome(
                            wrong == 0 && course.held(size.full()),
                            String.format("%s; %d submissions lost or double", course.words(), wrong))
                    .with(String.format(
                            "in the first rush, before that, %.0f %% of what was served just before it",
                            firstRush.perSecond() / warmed * 100))
                    .with(parted.words());
        }
    }

    /** Until nothing becomes faster. @return calls a second */
    private double warmUp(Size size, int clients, int seconds) throws InterruptedException {
        double best = 0;
        for (int round = 0; round < size.number("warm", 1, 12); round++) {
            double now = closed(clients, seconds).perSecond();
            if (now < best * FASTER) {
                return now;
            }
            best = now;
        }
        return best;
    }

    /** Each client makes its next call when the last was answered. */
    private LoadTally closed(int clients, int seconds) throws InterruptedException {
        LoadTally tally = new LoadTally();
        AtomicBoolean stop = new AtomicBoolean();
        AtomicLong next = new AtomicLong();
        long start = System.nanoTime();
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        for (int client = 0; client < clients; client++) {
            threads.execute(() -> {
                Line line = new Line(port, PATIENCE_MILLIS);
                while (!stop.get()) {
                    call(line, next.getAndIncrement(), System.nanoTime(), tally);
                }
                quietlyClose(line);
            });
        }
        TimeUnit.SECONDS.sleep(seconds);
        stop.set(true);
        end(threads);
        tally.seconds = (System.nanoTime() - start) / 1e9;
        return tally;
    }

    /** Calls begin at their times, whatever became of those before; each on the next connection that is free. */
    private LoadTally open(int lines, double perSecond, int seconds) throws InterruptedException {
        LoadTally tally = new LoadTally();
        AtomicLong next = new AtomicLong();
        long start = System.nanoTime();
        long last = (long) (perSecond * seconds);
        ExecutorService threads = Executors.newFixedThreadPool(lines);
        for (int i = 0; i < lines; i++) {
            threads.execute(() -> {
                Line line = new Line(port, PATIENCE_MILLIS);
                for (long n = next.getAndIncrement(); n < last; n = next.getAndIncrement()) {
                    long due = start + (long) (n * 1e9 / perSecond);
                    while (due - System.nanoTime() > 0) {
                        LockSupport.parkNanos(due - System.nanoTime());
                    }
                    call(line, n, due, tally);
                }
                quietlyClose(line);
            });
        }
        end(threads);
        // What still waited at the end was answered after it.
        tally.seconds = Math.max(seconds, (System.nanoTime() - start) / 1e9);
        return tally;
    }

    /** @param due when it was to begin: waiting for a free connection counts for what is of use, not for how soon a no came */
    private void call(Line line, long number, long due, LoadTally tally) {
        Crowd.Member member = crowd.get((int) (number % PEOPLE));
        boolean submits = number / PEOPLE % 2 == 0;
        String key = UUID.randomUUID().toString();
        byte[] request = submits
                ? Line.post(
                        "/api/resident/requests",
                        member.token(),
                        key,
                        Map.of("category", "GARBAGE", "description", key))
                : Line.get("/api/resident/requests", member.token());
        long sent = System.nanoTime();
        try {
            Line.Answer answer = line.call(request);
            long now = System.nanoTime();
            if (answer.status() < 300) {
                tally.good(now - due);
                remember(submits, acknowledged, key);
            } else if (answer.status() == 503 || answer.status() == 429) {
                tally.refused(now - sent);
                tally.bare.addAndGet(answer.retryAfter() && answer.problem() ? 0 : 1);
            } else {
                tally.broken.incrementAndGet();
            }
        } catch (IOException noAnswer) {
            tally.broken.incrementAndGet();
            remember(submits, unanswered, key);
        }
    }

    private static void remember(boolean submits, Set<String> among, String key) {
        if (submits) {
            among.add(key);
        }
    }

    private static void end(ExecutorService threads) throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(2, TimeUnit.MINUTES)) {
            throw new IllegalStateException("clients did not end");
        }
    }

    private static void quietlyClose(Line line) {
        try {
            line.close();
        } catch (IOException alreadyClosed) {
            // nothing is left to close
        }
    }

    /** Acknowledged and not there, or there twice, or there and never asked for. */
    private long submissions(Installation installation) throws SQLException {
        Set<String> missing = new HashSet<>(acknowledged);
        Set<String> seen = new HashSet<>();
        long wrong = 0;
        try (Connection database = installation.connect();
                Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("SELECT description FROM request")) {
            while (row.next()) {
                String key = row.getString(1);
                missing.remove(key);
                wrong += seen.add(key) && (acknowledged.contains(key) || unanswered.contains(key)) ? 0 : 1;
            }
        }
        return wrong + missing.size();
    }
}
