package dev.gridbell.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Compares what clients were told with what the database holds. Each request's description and each visit's note is its key, so that a row
 * can be found without trusting the server's own key table.
 */
final class Checker {

    /**
     * What was found.
     *
     * @param acknowledged calls that were answered with success
     * @param lost         acknowledged, but not there under the id that was told
     * @param doubled      more than one row for one key
     * @param unexpected   rows for keys that were refused
     * @param halfWritten  rows without something that belongs to them: timeline, message slip, the time held for a visit, who is asked; or with
     *                     something that does not, such as the time of a visit called off
     */
    record Findings(int acknowledged, int unknown, int lost, int doubled, int unexpected, int halfWritten) {

        boolean clean() {
            return lost == 0 && doubled == 0 && unexpected == 0 && halfWritten == 0;
        }

        String line() {
            return String.format(
                    "%d acknowledged, %d without an answer at the end: %d lost, %d double, %d unexpected, %d half-written",
                    acknowledged, unknown, lost, doubled, unexpected, halfWritten);
        }
    }

    /** How the key of calling off begins; the visit's own follows. */
    static final String CALLED_OFF = "C-";

    private Checker() {}

    static Findings check(Path histories, Connection database) throws Exception {
        Map<String, History.Line> lines = History.read(histories);
        Map<String, Set<String>> rows = rowsByKey(database);
        int acknowledged = 0;
        int unknown = 0;
        int lost = 0;
        int doubled = 0;
        int unexpected = 0;
        for (History.Line line : lines.values()) {
            Set<String> found = rows.getOrDefault(line.key(), Set.of());
            doubled += found.size() > 1 ? 1 : 0;
            switch (line.outcome()) {
                case OK -> {
                    acknowledged++;
                    lost += found.contains(line.id()) ? 0 : 1;
                }
                case FAIL -> unexpected += found.isEmpty() ? 0 : 1;
                case INVOKE, UNKNOWN -> unknown++;
            }
        }
        return new Findings(acknowledged, unknown, lost, doubled, unexpected, halfWritten(database));
    }

    private static Map<String, Set<String>> rowsByKey(Connection database) throws SQLException {
        String sql = """
                SELECT id, description FROM request
                UNION ALL SELECT id, note FROM visit WHERE note IS NOT NULL
                UNION ALL SELECT id, CONCAT('C-', note) FROM visit WHERE note IS NOT NULL AND status = 'CANCELLED'""";
        Map<String, Set<String>> rows = new HashMap<>();
        try (PreparedStatement select = database.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                rows.computeIfAbsent(row.getString(2), key -> new HashSet<>()).add(row.getString(1));
            }
        }
        return rows;
    }

    private static int halfWritten(Connection database) throws SQLException {
        String sql = """
                SELECT (SELECT COUNT(*) FROM request r
                        WHERE NOT EXISTS (SELECT 1 FROM request_entry e WHERE e.request_id = r.id)
                           OR NOT EXISTS (SELECT 1 FROM message m WHERE m.subject_kind = 'REQUEST' AND m.subject_id = r.id))
                     + (SELECT COUNT(*) FROM visit v
                        WHERE NOT EXISTS (SELECT 1 FROM message m WHERE m.subject_kind = 'VISIT' AND m.subject_id = v.id))
                     + (SELECT COUNT(*) FROM visit v WHERE v.status = 'REQUESTED' AND (
                          NOT EXISTS (SELECT 1 FROM visit_cell c WHERE c.visit_id = v.id)
                          OR NOT EXISTS (SELECT 1 FROM visit_household_cell c WHERE c.visit_id = v.id)
                          OR NOT EXISTS (SELECT 1 FROM visit_asking a WHERE a.visit_id = v.id)))
                     + (SELECT COUNT(*) FROM visit v WHERE v.status = 'CANCELLED' AND (
                          EXISTS (SELECT 1 FROM visit_cell c WHERE c.visit_id = v.id)
                          OR EXISTS (SELECT 1 FROM visit_household_cell c WHERE c.visit_id = v.id)
                          OR NOT EXISTS (SELECT 1 FROM message m WHERE m.subject_kind = 'VISIT' AND m.subject_id = v.id
                                           AND m.scene IN ('VISIT_CALLED_OFF', 'VISIT_CANCELLED'))))""";
        try (PreparedStatement select = database.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }
}
