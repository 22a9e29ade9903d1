package dev.gridbell.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Many clients at once for few openings of one grid member, round after round over HTTP. */
final class BookingRun {

    private final int rounds;
    private final int clients;
    private final int openings;

    BookingRun(Options options) {
        this.rounds = options.number("rounds", 100);
        this.clients = options.number("clients", 200);
        this.openings = options.number("openings", 10);
    }

    boolean run() throws Exception {
        try (Installation installation = Installation.prepare(Map.of());
                Connection database = open(installation)) {
            List<Crowd.Member> crowd = new Crowd(installation).signIn(clients, doorsOfOneGrid());
            ExecutorService threads = Executors.newFixedThreadPool(clients);
            int exact = 0;
            int wrong = 0;
            int serverErrors = 0;
            for (int round = 1; round <= rounds; round++) {
                List<String> starts = firstOpenings(installation, crowd.get(0));
                Tally tally = race(installation, crowd, starts, threads);
                int held = bookedNow(database);
                if (tally.booked == openings && held == openings) {
                    exact++;
                } else {
                    wrong++;
                    System.out.printf(
                            "round %d: %d answered as booked, %d in the database, expected %d%n",
                            round, tally.booked, held, openings);
                }
                serverErrors += tally.serverErrors;
                if (round % 10 == 0) {
                    System.out.printf("round %d of %d%n", round, rounds);
                }
                clear(database);
            }
            threads.shutdown();
            int overlaps = overlaps(database);
            System.out.printf(
                    "%d clients for %d openings, %d rounds: %d rounds exact, %d not; %d overlaps; %d answers 5xx%n",
                    clients, openings, rounds, exact, wrong, overlaps, serverErrors);
            return wrong == 0 && serverErrors == 0 && overlaps == 0;
        }
    }

    private static Connection open(Installation installation) throws Exception {
        installation.startServer();
        return installation.connect();
    }

    private List<String> firstOpenings(Installation installation, Crowd.Member member) throws Exception {
        var answer = new Http(installation.base())
                .call("GET", "/api/resident/visit-openings", member.token(), null, null)
                .expect(200);
        List<String> starts = new ArrayList<>();
        answer.json().at("/items").forEach(item -> starts.add(item.at("/start").asString("")));
        if (starts.size() < openings) {
            throw new IllegalStateException("only " + starts.size() + " openings are offered");
        }
        return starts.subList(0, openings);
    }

    private static final class Tally {
        private int booked;
        private int serverErrors;

        private synchronized void count(int status) {
            booked += status == 201 ? 1 : 0;
            serverErrors += status >= 500 ? 1 : 0;
        }
    }

    /** Each client wants one of the openings, all at once. */
    private Tally race(
            Installation installation, List<Crowd.Member> crowd, List<String> starts, ExecutorService threads)
            throws Exception {
        Tally tally = new Tally();
        CountDownLatch go = new CountDownLatch(1);
        List<Future<?>> running = new ArrayList<>();
        for (Crowd.Member member : crowd) {
            running.add(threads.submit(() -> {
                go.await();
                Http http = new Http(installation.base());
                tally.count(book(http, member, starts.get(member.number() % starts.size())));
                return null;
            }));
        }
        go.countDown();
        for (Future<?> client : running) {
            client.get(120, TimeUnit.SECONDS);
        }
        return tally;
    }

    private static int book(Http http, Crowd.Member member, String start) throws InterruptedException {
        try {
            Map<String, String> body = Map.of("start", start, "purpose", "SAFETY_CHECK");
            return http.call(
                            "POST",
                            "/api/resident/visits",
                            member.token(),
                            UUID.randomUUID().toString(),
                            body)
                    .status();
        } catch (IOException e) {
            return 599;
        }
    }

    private static List<List<String>> doorsOfOneGrid() throws IOException {
        return Doors.ofGrid("HL-01-01");
    }

    private static int bookedNow(Connection database) throws SQLException {
        return number(database, "SELECT COUNT(*) FROM visit WHERE status = 'REQUESTED'");
    }

    /** Pairs of living visits of one member whose times overlap. */
    private static int overlaps(Connection database) throws SQLException {
        return number(database, """
                SELECT COUNT(*) FROM visit a JOIN visit b
                  ON a.member_id = b.member_id AND a.id < b.id AND a.start_at < b.end_at AND b.start_at < a.end_at
                WHERE a.status = b.status AND a.status = 'CANCELLED' AND a.note = b.note""");
    }

    /** Ends the round: frees the cells as cancelling would, and marks the visits with their round for the final look at overlaps. */
    private static void clear(Connection database) throws SQLException {
        try (Statement sql = database.createStatement()) {
            String round = UUID.randomUUID().toString();
            sql.executeUpdate("DELETE FROM visit_cell");
            sql.executeUpdate("DELETE FROM visit_household_cell");
            sql.executeUpdate(
                    "UPDATE visit SET status = 'CANCELLED', note = '" + round + "' WHERE status = 'REQUESTED'");
            if (!database.getAutoCommit()) {
                database.commit();
            }
        }
    }

    private static int number(Connection database, String sql) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }
}
