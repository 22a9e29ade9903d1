package dev.gridbell.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What {@link Checker} is for requests, for visits: each one's note is its key. */
final class BookingChecker {

    private static final String LIVING = "('REQUESTED', 'CONFIRMED')";

    /**
     * What was found.
     *
     * @param lost       acknowledged, but not there under the id that was told
     * @param doubled    more than one visit for one key
     * @param unexpected visits for keys that were refused
     * @param overlaps   pairs of living visits of one member, or at one door, at one time
     * @param unheld     living visits that do not hold all of their time, and cells that nobody living holds
     */
    record Findings(int acknowledged, int lost, int doubled, int unexpected, int overlaps, int unheld) {

        boolean clean() {
            return lost == 0 && doubled == 0 && unexpected == 0 && overlaps == 0 && unheld == 0;
        }

        String line() {
            return String.format(
                    "%d bookings acknowledged: %d lost, %d double, %d unexpected, %d overlaps, %d not held",
                    acknowledged, lost, doubled, unexpected, overlaps, unheld);
        }
    }

    private BookingChecker() {}

    static Findings check(Path histories, Connection database) throws Exception {
        Map<String, Set<String>> rows = new HashMap<>();
        try (Statement sql = database.createStatement();
                ResultSet row = sql.executeQuery("SELECT id, note FROM visit WHERE note IS NOT NULL")) {
            while (row.next()) {
                rows.computeIfAbsent(row.getString(2), key -> new HashSet<>()).add(row.getString(1));
            }
        }
        int acknowledged = 0;
        int lost = 0;
        int doubled = 0;
        int unexpected = 0;
        for (History.Line line : History.read(histories).values()) {
            Set<String> found = rows.getOrDefault(line.key(), Set.of());
            doubled += found.size() > 1 ? 1 : 0;
            if (line.outcome() == History.Outcome.OK) {
                acknowledged++;
                if (!found.contains(line.id())) {
                    lost++;
                    // So that somebody can look for the reason.
                    System.out.printf("  lost: key %s was told visit %s, there is %s%n", line.key(), line.id(), found);
                }
            } else if (line.outcome() == History.Outcome.FAIL) {
                unexpected += found.isEmpty() ? 0 : 1;
            }
        }
        return new Findings(acknowledged, lost, doubled, unexpected, overlaps(database), unheld(database));
    }

    private static int overlaps(Connection database) throws SQLException {
        return number(database, """
                SELECT COUNT(*) FROM visit a JOIN visit b
                  ON (a.member_id = b.member_id OR a.household_id = b.household_id)
                    AND a.id < b.id AND a.start_at < b.end_at AND b.start_at < a.end_at
                WHERE a.status IN %1$s AND b.status IN %1$s""".formatted(LIVING));
    }

    private static int unheld(Connection database) throws SQLException {
        return number(database, """
                        SELECT COUNT(*) FROM visit v WHERE v.status IN %s
                          AND (SELECT COUNT(*) FROM visit_household_cell c WHERE c.visit_id = v.id)
                            < TIMESTAMPDIFF(SECOND, v.start_at, v.end_at) / 900""".formatted(LIVING))
                + number(database, """
                        SELECT COUNT(*) FROM visit v WHERE v.status IN %s
                          AND (SELECT COUNT(*) FROM visit_cell c WHERE c.visit_id = v.id AND c.member_id = v.member_id)
                            < TIMESTAMPDIFF(SECOND, v.start_at, v.end_at) / 900""".formatted(LIVING))
                + number(database, """
                        SELECT COUNT(*) FROM visit_cell c LEFT JOIN visit v ON v.id = c.visit_id
                        WHERE v.id IS NULL OR v.status NOT IN %s""".formatted(LIVING));
    }

    private static int number(Connection database, String sql) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }
}
