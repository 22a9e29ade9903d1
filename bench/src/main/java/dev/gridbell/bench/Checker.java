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
 * Compares what clients were told with what the database holds. Each request's description is its key, so that a row can be found without
 * trusting the server's own key table.
 */
final class Checker {

    /**
     * What was found.
     *
     * @param acknowledged calls that were answered with success
     * @param lost         acknowledged, but not there under the id that was told
     * @param doubled      more than one row for one key
     * @param unexpected   rows for keys that were refused
     * @param halfWritten  rows without timeline or without the message slip that belongs to them
     */
    record Findings(int acknowledged, int unknown, int lost, int doubled, int unexpected, int halfWritten) {

        boolean clean() {
            return lost == 0 && doubled == 0 && unexpected == 0 && halfWritten == 0;
        }
    }

    private Checker() {}

    static Findings check(Path histories, Connection database) throws Exception {
        Map<String, History.Line> lines = History.read(histories);
        Map<String, Set<String>> rows = requestsByDescription(database);
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

    private static Map<String, Set<String>> requestsByDescription(Connection database) throws SQLException {
        Map<String, Set<String>> rows = new HashMap<>();
        try (PreparedStatement select = database.prepareStatement("SELECT id, description FROM request");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                rows.computeIfAbsent(row.getString(2), key -> new HashSet<>()).add(row.getString(1));
            }
        }
        return rows;
    }

    private static int halfWritten(Connection database) throws SQLException {
        String sql = """
                SELECT COUNT(*) FROM request r
                WHERE NOT EXISTS (SELECT 1 FROM request_entry e WHERE e.request_id = r.id)
                   OR NOT EXISTS (SELECT 1 FROM message m WHERE m.subject_kind = 'REQUEST' AND m.subject_id = r.id)""";
        try (PreparedStatement select = database.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }
}
