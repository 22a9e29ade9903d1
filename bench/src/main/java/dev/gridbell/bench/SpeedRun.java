package dev.gridbell.bench;

import java.io.IOException;
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
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Submit and "my requests" through the server, beside a bare Tomcat that does the same statements and answers the same bytes, and beside a bare JDBC
 * program that does the same statements: in turns, in one run, with the same number of clients on the same database. The general log shows first which
 * statements the server does.
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
            Runner server = new Runner(http, installation.nodes().get(0), client -> crowd.get(client)
                    .token());
            traceStatements(installation, server);
            try (BareJdbc jdbc = new BareJdbc(installation::connect, clients);
                    ServerNode bare = BareTomcat.prepare(installation, clients, server.list(0), server.submit(0))) {
                bare.start();
                Runner tomcat = new Runner(new Http(bare.base()), bare, Integer::toString);
                for (Runner each : List.of(server, tomcat)) {
                    measure("warm-up", each::submit, each.node, 10);
                    measure("warm-up", each::list, each.node, 10);
                }
                measure("warm-up", jdbc::submit, null, 3);
                compare("submit", Runner::submit, server, tomcat, jdbc::submit);
                untilChecked(installation);
                compare("my requests", Runner::list, server, tomcat, jdbc::list);
            }
            return true;
        }
    }

    /** What was submitted is checked later, by the server: not while lists are measured. */
    private static void untilChecked(Installation installation) throws SQLException, InterruptedException {
        try (Connection database = installation.connect();
                Statement sql = database.createStatement()) {
            sql.executeUpdate(
                    "UPDATE request_check SET due_at = '2036-01-01', claim = claim + 1 WHERE state = 'PENDING'");
            if (!database.getAutoCommit()) {
                database.commit();
            }
        }
        TimeUnit.SECONDS.sleep(5);
    }

    /** Somebody who answers over HTTP: the server, or the bare Tomcat in its place. */
    private record Runner(Http http, ServerNode node, IntFunction<String> token) {

        String submit(int client) throws IOException, InterruptedException {
            Map<String, String> body = Map.of("category", "GARBAGE", "description", "楼下垃圾三天没有清运，气味很大，请尽快处理。");
            return http.call(
                            "POST",
                            "/api/resident/requests",
                            token.apply(client),
                            UUID.randomUUID().toString(),
                            body)
                    .expect(201)
                    .body();
        }

        String list(int client) throws IOException, InterruptedException {
            return http.call("GET", "/api/resident/requests", token.apply(client), null, null)
                    .expect(200)
                    .body();
        }
    }

    /** One of the calls of a runner. */
    private interface Call {
        String of(Runner runner, int client) throws Exception;
    }

    private void compare(String what, Call call, Runner server, Runner tomcat, Work jdbc) throws Exception {
        List<Double> ofTomcat = new ArrayList<>();
        List<Double> ofJdbc = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            double served = measure(what + ", server", client -> call.of(server, client), server.node, seconds);
            ofTomcat.add(
                    served / measure(what + ", bare Tomcat", client -> call.of(tomcat, client), tomcat.node, seconds));
            ofJdbc.add(served / measure(what + ", bare JDBC", jdbc, null, seconds));
        }
        System.out.printf(
                "%s: server does %s of bare Tomcat with the same statements, %s of bare JDBC (median of %d rounds in turns), %d clients%n",
                what, share(ofTomcat), share(ofJdbc), rounds, clients);
    }

    private static String share(List<Double> shares) {
        double[] sorted =
                shares.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return String.format(
                "%.0f %% (%.0f to %.0f)",
                100 * sorted[sorted.length / 2], 100 * sorted[0], 100 * sorted[sorted.length - 1]);
    }

    /** @return calls per second */
    private double measure(String what, Work work, @Nullable ServerNode node, int howLong) throws Exception {
        Duration before = processorTime(node);
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
                    long begun = System.nanoTime();
                    work.once(client);
                    if (count < mine.length) {
                        mine[count++] = System.nanoTime() - begun;
                    }
                    calls.incrementAndGet();
                }
                times[client] = Arrays.copyOf(mine, count);
                return null;
            };
            running.add(threads.submit(loop));
        }
        try {
            for (Future<?> future : running) {
                future.get();
            }
        } finally {
            threads.shutdownNow();
        }
        double rate = calls.get() * 1e9 / (System.nanoTime() - start);
        long[] all = Arrays.stream(times).flatMapToLong(Arrays::stream).sorted().toArray();
        System.out.printf(
                "  %-24s %8.0f /s   p50 %6.2f ms   p99 %6.2f ms   processor of its process %5.2f ms a call%n",
                what,
                rate,
                all[all.length / 2] / 1e6,
                all[(int) (all.length * 0.99)] / 1e6,
                processorTime(node).minus(before).toNanos() / 1e6 / calls.get());
        return rate;
    }

    /** Of the process that answers; without one this process does the work itself, together with its clients. */
    private static Duration processorTime(@Nullable ServerNode node) {
        return node == null
                ? ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO)
                : node.processorTime();
    }

    /** Prints what the server asks of the database for one submit and one list, so that the bare program can be held against it. */
    private static void traceStatements(Installation installation, Runner server) throws Exception {
        try (Connection database = installation.connect();
                Statement sql = database.createStatement()) {
            server.submit(0);
            sql.execute("SET GLOBAL log_output = 'TABLE'");
            sql.execute("SET GLOBAL general_log = ON");
            server.submit(0);
            server.list(0);
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
