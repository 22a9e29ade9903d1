package dev.gridbell.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Submit and "my requests" through the server beside a bare JDBC program that does the same statements: in turns, in one run, with the same
 * number of clients on the same database. The general log shows first which statements the server does.
 */
final class SpeedRun {

    private final int seconds;
    private final int clients;
    private final int rounds;

    SpeedRun(Options options) {
        this.seconds = options.number("seconds", 15);
        this.clients = options.number("clients", 16);
        this.rounds = options.number("rounds", 3);
    }

    /** One kind of work; a call is one unit. */
    private interface Work {
        void once(int client) throws Exception;
    }

    boolean run() throws Exception {
        // The courier would send messages for what is submitted here; it is measured elsewhere.
        Map<String, String> settings = Map.of("gridbell.message.courier.enabled", "false");
        try (Installation installation = Installation.prepare(settings)) {
            Duration ready = installation.startServer();
            System.out.printf("server ready after %.1f s%n", ready.toMillis() / 1000.0);
            List<Crowd.Member> crowd = new Crowd(installation).signIn(clients, Doors.ofGrid("HL-01-01"));
            Http http = new Http(installation.base());
            traceStatements(installation, http, crowd.get(0));
            try (BareJdbc bare = new BareJdbc(installation, clients)) {
                Work submit = client -> submit(http, crowd.get(client));
                Work list = client -> http.call(
                                "GET",
                                "/api/resident/requests",
                                crowd.get(client).token(),
                                null,
                                null)
                        .expect(200);
                measure("warm-up", submit, 10);
                measure("warm-up", list, 10);
                measure("warm-up", bare::submit, 3);
                compare("submit", submit, bare::submit);
                compare("my requests", list, bare::list);
            }
            return true;
        }
    }

    private static void submit(Http http, Crowd.Member member) throws Exception {
        Map<String, String> body = Map.of("category", "GARBAGE", "description", "楼下垃圾三天没有清运，气味很大，请尽快处理。");
        http.call(
                        "POST",
                        "/api/resident/requests",
                        member.token(),
                        UUID.randomUUID().toString(),
                        body)
                .expect(201);
    }

    private void compare(String what, Work throughServer, Work bare) throws Exception {
        List<Double> shares = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            double server = measure(what + ", server", throughServer, seconds);
            double jdbc = measure(what + ", bare JDBC", bare, seconds);
            shares.add(server / jdbc);
        }
        double[] sorted =
                shares.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                "%s: server does %.0f %% of bare JDBC (median of %d rounds in turns; %.0f to %.0f %%), %d clients%n",
                what,
                100 * sorted[sorted.length / 2],
                rounds,
                100 * sorted[0],
                100 * sorted[sorted.length - 1],
                clients);
    }

    /** @return calls per second */
    private double measure(String what, Work work, int howLong) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        AtomicLong calls = new AtomicLong();
        long[][] times = new long[clients][];
        long start = System.nanoTime();
        long end = start + TimeUnit.SECONDS.toNanos(howLong);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            int client = i;
            Callable<Void> loop = () -> {
                long[] mine = new long[200_000];
                int count = 0;
                while (System.nanoTime() < end) {
                    long before = System.nanoTime();
                    work.once(client);
                    if (count < mine.length) {
                        mine[count++] = System.nanoTime() - before;
                    }
                    calls.incrementAndGet();
                }
                times[client] = Arrays.copyOf(mine, count);
                return null;
            };
            running.add(threads.submit(loop));
        }
        for (Future<?> future : running) {
            future.get();
        }
        threads.shutdown();
        double rate = calls.get() * 1e9 / (System.nanoTime() - start);
        long[] all = Arrays.stream(times).flatMapToLong(Arrays::stream).sorted().toArray();
        System.out.printf(
                "  %-24s %8.0f /s   p50 %6.2f ms   p99 %6.2f ms%n",
                what, rate, all[all.length / 2] / 1e6, all[(int) (all.length * 0.99)] / 1e6);
        return rate;
    }

    /** Prints what the server asks of the database for one submit and one list, so that the bare program can be held against it. */
    private static void traceStatements(Installation installation, Http http, Crowd.Member member) throws Exception {
        try (Connection database = installation.connect();
                Statement sql = database.createStatement()) {
            submit(http, member);
            sql.execute("SET GLOBAL log_output = 'TABLE'");
            sql.execute("SET GLOBAL general_log = ON");
            submit(http, member);
            http.call("GET", "/api/resident/requests", member.token(), null, null)
                    .expect(200);
            sql.execute("SET GLOBAL general_log = OFF");
            print(sql);
            sql.execute("TRUNCATE mysql.general_log");
        }
    }

    private static void print(Statement sql) throws SQLException {
        String query =
                "SELECT command_type, LEFT(REPLACE(REPLACE(argument, '\n', ' '), '  ', ''), 110) FROM mysql.general_log"
                        + " WHERE command_type IN ('Query', 'Execute') ORDER BY event_time";
        try (ResultSet row = sql.executeQuery(query)) {
            System.out.println("what the server asks of the database for one submit and one list:");
            while (row.next()) {
                System.out.printf("    %s%n", row.getString(2));
            }
        }
    }
}
