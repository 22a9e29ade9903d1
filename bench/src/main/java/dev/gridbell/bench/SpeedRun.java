package dev.gridbell.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * What residents do most through the server, beside a bare Tomcat that asks the database the same and answers the same bytes, and beside a bare JDBC program
 * that asks the same: in turns, in one run, with the same number of clients on the same database. What is asked is heard from the database itself
 * ({@link Recording}), so it is the same by construction.
 */
final class SpeedRun {

    private static final List<String> ALL = List.of(
            SpeedCalls.SUBMIT,
            SpeedCalls.BOOK,
            SpeedCalls.LIST,
            SpeedCalls.DETAIL,
            SpeedCalls.OPENINGS,
            SpeedCalls.SIGN_IN);

    /** Nothing works beside the calls: sending and timers are measured elsewhere. */
    private static final Map<String, String> QUIET =
            Map.of("gridbell.message.courier.enabled", "false", "db-scheduler.enabled", "false");

    private static final int WINDOW = 4;
    private static final int MOST_WINDOWS = 12;
    private static final double STEADY = 1.05;
    private static final int CODES = 150;

    private final int seconds;
    private final int clients;
    private final int rounds;
    private final List<String> kinds;
    private final Map<String, String> settings;
    private final Pace pace;

    SpeedRun(Options options) {
        this.seconds = options.number("seconds", 10);
        this.clients = options.number("clients", 16);
        this.rounds = options.number("rounds", 3);
        String only = options.text("only", "");
        this.kinds = only.isEmpty() ? ALL : List.of(only.replace('-', ' ').split(","));
        this.settings = options.startingWith("server.");
        this.pace = new Pace(clients);
    }

    boolean run() throws Exception {
        Map<String, String> all = new HashMap<>(QUIET);
        all.putAll(settings);
        try (Installation installation = Installation.prepare(all)) {
            Duration ready = installation.startServer();
            ServerNode node = installation.nodes().get(0);
            System.out.printf("server ready after %.1f s%n", ready.toMillis() / 1000.0);
            startIdsHigh(installation);
            List<Crowd.Member> crowd = new Crowd(installation).signIn(clients, Doors.ofGrid("HL-01-01"));
            SignInCodes codes = new SignInCodes(installation, crowd);
            SpeedCalls server = SpeedStage.of(installation, crowd, codes.waiting());
            warmUp(server, node, codes);
            List<Map<String, Recording>> heard = listen(installation, server, node, codes);
            List<Path> files = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                files.add(installation.home().resolve("client-" + i + ".json"));
                Recording.write(files.get(i), heard.get(i));
            }
            String url = installation.jdbcUrl() + "&useServerPrepStmts=true&connectionTimeZone=UTC";
            try (ServerNode bare = BareTomcat.prepare(installation, url, files);
                    Replays jdbc = new Replays(installation, url, heard)) {
                bare.start();
                SpeedCalls tomcat = SpeedStage.ofBare(new Http(bare.base()), clients);
                for (String kind : kinds) {
                    pace.measure("warm-up, bare Tomcat", client -> tomcat.once(kind, client), bare, WINDOW, 100_000);
                    pace.measure("warm-up, bare JDBC", client -> jdbc.once(kind, client), null, WINDOW, 100_000);
                }
                List<String> lines = new ArrayList<>();
                for (String kind : kinds) {
                    lines.add(compare(kind, new Rivals(server, node, codes, tomcat, bare, jdbc)));
                }
                System.out.printf(
                        "%nserver: %d MB in memory of a 512 MB heap's process; %d clients%n",
                        node.megabytes(), clients);
                lines.forEach(System.out::println);
            }
        }
        return true;
    }

    /** So that an id cannot be taken for any other number. Before anything is prepared: after it each connection would ask twice. */
    private static void startIdsHigh(Installation installation) throws SQLException {
        try (Connection database = installation.connect();
                Statement sql = database.createStatement()) {
            sql.execute("ALTER TABLE request AUTO_INCREMENT = 70000000");
            sql.execute("ALTER TABLE visit AUTO_INCREMENT = 70000000");
        }
    }

    /** Windows of a few seconds of each kind in turn, until none of them is answered faster than before. */
    private void warmUp(SpeedCalls server, ServerNode node, SignInCodes codes) throws Exception {
        Map<String, Double> best = new HashMap<>();
        boolean steady = false;
        for (int window = 1; window <= MOST_WINDOWS && !steady; window++) {
            steady = window > 2;
            for (String kind : kinds) {
                double rate = serve(kind, "warm-up " + window + ", " + kind, server, node, codes, WINDOW);
                steady &= rate < STEADY * best.getOrDefault(kind, 0.0);
                best.merge(kind, rate, Math::max);
            }
        }
        System.out.println(steady ? "warm: nothing becomes faster any more" : "not steady yet, measured all the same");
    }

    /** So that every connection of the server's pool, all of them new, has prepared every statement. */
    private void prepareAll(SpeedCalls server, ServerNode node, SignInCodes codes) throws Exception {
        pace.measure("connecting anew", client -> tryOnce(server, client), node, 3, 100_000);
        for (String kind : kinds) {
            serve(kind, "preparing, " + kind, server, node, codes, 2);
        }
    }

    private static void tryOnce(SpeedCalls server, int client) throws Exception {
        try {
            server.once(SpeedCalls.LIST, client);
        } catch (IllegalStateException refused) {
            TimeUnit.MILLISECONDS.sleep(50); // on a connection that had just been ended
        }
    }

    private double serve(String kind, String what, SpeedCalls server, ServerNode node, SignInCodes codes, int howLong)
            throws Exception {
        if (!kind.equals(SpeedCalls.SIGN_IN)) {
            return pace.measure(what, client -> server.once(kind, client), node, howLong, 100_000);
        }
        codes.fill(CODES);
        double rate = pace.measure(what, client -> server.once(kind, client), node, howLong, CODES);
        codes.drop();
        return rate;
    }

    /** Hears each client's calls; prints what is asked for the first. */
    private List<Map<String, Recording>> listen(
            Installation installation, SpeedCalls server, ServerNode node, SignInCodes codes) throws Exception {
        List<Map<String, Recording>> heard = new ArrayList<>();
        try (Connection database = installation.connect()) {
            Recording.begin(database);
            prepareAll(server, node, codes);
            codes.fill(5);
            for (int i = 0; i < clients; i++) {
                heard.add(new SpeedRecorder(database, server, i).hear(kinds));
            }
            codes.drop();
            Recording.end(database);
            prepareAll(server, node, codes);
        }
        heard.get(0).forEach((call, recording) -> {
            System.out.printf("%s asks of the database:%n", call);
            recording.asked().forEach(each -> System.out.printf("    %.150s%n", each.sql()));
        });
        return heard;
    }

    private record Rivals(
            SpeedCalls server, ServerNode node, SignInCodes codes, SpeedCalls tomcat, ServerNode bare, Replays jdbc) {}

    private String compare(String kind, Rivals rivals) throws Exception {
        double[] served = new double[rounds];
        double[] ofTomcat = new double[rounds];
        double[] ofJdbc = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            served[round] = serve(kind, kind + ", server", rivals.server, rivals.node, rivals.codes, seconds);
            int most = kind.equals(SpeedCalls.SIGN_IN) ? CODES : 100_000;
            ofTomcat[round] = served[round]
                    / pace.measure(
                            kind + ", bare Tomcat",
                            client -> rivals.tomcat.once(kind, client),
                            rivals.bare,
                            seconds,
                            most);
            ofJdbc[round] = served[round]
                    / pace.measure(kind + ", bare JDBC", client -> rivals.jdbc.once(kind, client), null, seconds, most);
        }
        Arrays.sort(served);
        return String.format(
                "%s: %.0f /s, %s of a bare Tomcat that asks the database the same, %s of bare JDBC (median of %d rounds in turns)",
                kind.equals(SpeedCalls.BOOK) ? "book and call off" : kind,
                served[rounds / 2],
                share(ofTomcat),
                share(ofJdbc),
                rounds);
    }

    private static String share(double[] shares) {
        double[] sorted = Arrays.stream(shares).sorted().toArray();
        return String.format(
                "%.0f %% (%.0f to %.0f)",
                100 * sorted[sorted.length / 2], 100 * sorted[0], 100 * sorted[sorted.length - 1]);
    }

    /** One bare JDBC program for each client. */
    private static final class Replays implements AutoCloseable {

        private final List<Replay> programs = new ArrayList<>();
        private final List<Map<String, Recording>> heard;

        Replays(Installation installation, String url, List<Map<String, Recording>> heard) throws SQLException {
            this.heard = heard;
            for (int i = 0; i < heard.size(); i++) {
                programs.add(new Replay(() -> DriverManager.getConnection(
                        url, installation.databaseUser(), installation.databasePassword())));
            }
        }

        void once(String kind, int client) throws SQLException {
            play(client, kind);
            if (kind.equals(SpeedCalls.BOOK)) {
                play(client, SpeedCalls.CALL_OFF);
            }
        }

        private void play(int client, String call) throws SQLException {
            programs.get(client).play(Objects.requireNonNull(heard.get(client).get(call)));
        }

        @Override
        public void close() throws SQLException {
            for (Replay program : programs) {
                program.close();
            }
        }
    }
}
