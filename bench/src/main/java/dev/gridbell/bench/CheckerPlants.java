package dev.gridbell.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.ToIntFunction;

/** Faults put into a finished run's database by hand, one after the other: a {@link Checker} that does not find them proves nothing. */
final class CheckerPlants {

    private static final String HALF_REQUEST = """
            DELETE FROM message WHERE subject_kind = 'REQUEST' AND subject_id = (SELECT MAX(id) FROM request)""";

    private static final String HALF_VISIT = """
            INSERT INTO visit_household_cell (household_id, cell_no, visit_id)
            SELECT household_id, 1, id FROM visit WHERE status = 'CANCELLED' AND note IS NOT NULL ORDER BY id LIMIT 1""";

    /** The last request gets the words of the first: a second row for its key, and none for its own. */
    private static final String DOUBLE = """
            UPDATE request SET description = (
              SELECT words FROM (SELECT description AS words FROM request ORDER BY id LIMIT 1) first)
            ORDER BY id DESC LIMIT 1""";

    private static final String LOSS = "DELETE FROM visit WHERE note IS NOT NULL ORDER BY id LIMIT 1";

    private final Connection database;
    private final Path histories;

    CheckerPlants(Connection database, Path histories) {
        this.database = database;
        this.histories = histories;
    }

    /** @param before what was found without them */
    boolean allCaught(Checker.Findings before) throws Exception {
        database.setAutoCommit(true);
        boolean all = caught("half-write of a request", HALF_REQUEST, Checker.Findings::halfWritten, before);
        all &= caught("half-write of a visit", HALF_VISIT, Checker.Findings::halfWritten, now());
        all &= caught("double", DOUBLE, Checker.Findings::doubled, now());
        all &= caught("loss", LOSS, Checker.Findings::lost, now());
        return all;
    }

    private boolean caught(String what, String sql, ToIntFunction<Checker.Findings> count, Checker.Findings before)
            throws Exception {
        int planted = run(sql);
        Checker.Findings now = now();
        boolean found = planted > 0 && count.applyAsInt(now) > count.applyAsInt(before);
        System.out.printf("  planted %s: %s; %s%n", what, found ? "caught" : "MISSED", now.line());
        return found;
    }

    private Checker.Findings now() throws Exception {
        return Checker.check(histories, database);
    }

    private int run(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }
}
