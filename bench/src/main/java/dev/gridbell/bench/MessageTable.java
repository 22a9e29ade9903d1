package dev.gridbell.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The server's messages as they stand in its database. */
final class MessageTable implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final int SAY_EVERY = 10;

    /** Planned for later: not claimed yet and not due for an hour. */
    static final String OPEN = """
            (status = 'SENDING'
             OR (status = 'QUEUED' AND NOT (fence = 0 AND due_at > UTC_TIMESTAMP(6) + INTERVAL 1 HOUR)))""";

    private final Connection database;

    MessageTable(Installation installation) throws SQLException {
        this(installation.connect());
    }

    /** Takes the connection for its own. */
    MessageTable(Connection database) throws SQLException {
        this.database = database;
        database.setAutoCommit(true);
        // The session speaks UTC, as the server does.
        run("SET time_zone = '+00:00'");
    }

    Connection database() {
        return database;
    }

    /** The first column of the first row. */
    long number(String sql, Object... values) throws SQLException {
        try (PreparedStatement select = prepared(sql, values);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    int run(String sql, Object... values) throws SQLException {
        try (PreparedStatement update = prepared(sql, values)) {
            return update.executeUpdate();
        }
    }

    private PreparedStatement prepared(String sql, Object... values) throws SQLException {
        PreparedStatement statement = database.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    /** How many there are in each status. */
    Map<String, Long> byStatus() throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        try (PreparedStatement select = prepared("SELECT status, COUNT(*) FROM message GROUP BY status");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                counts.put(row.getString(1), row.getLong(2));
            }
        }
        return counts;
    }

    long all() throws SQLException {
        return number("SELECT COUNT(*) FROM message");
    }

    /** Those that have not come to an end; what is planned for later and was never looked at is not expected to. */
    long open() throws SQLException {
        return number("SELECT COUNT(*) FROM message WHERE " + OPEN);
    }

    /** Those a courier has in hand or could take now. */
    long moving() throws SQLException {
        return number("""
                SELECT COUNT(*) FROM message m
                WHERE m.status = 'SENDING' OR (m.status = 'QUEUED' AND m.due_at <= UTC_TIMESTAMP(6) AND NOT EXISTS (
                  SELECT 1 FROM message e
                  WHERE e.person_kind = m.person_kind AND e.person_id = m.person_id AND e.subject_kind = m.subject_kind
                    AND e.subject_id = m.subject_id AND e.id < m.id AND e.not_before <= UTC_TIMESTAMP(6)
                    AND e.status IN ('QUEUED', 'SENDING')))""");
    }

    /** What is planned for later days (reminders) falls due now. @return how many */
    int bringForward() throws SQLException {
        return run(
                "UPDATE message SET due_at = UTC_TIMESTAMP(6), not_before = UTC_TIMESTAMP(6) WHERE status = 'QUEUED'");
    }

    /** Those WeChat took, and said so. */
    long accepted() throws SQLException {
        return number("SELECT COUNT(*) FROM message WHERE status IN ('SENT', 'DELIVERED', 'UNCONFIRMED')");
    }

    /** Those that came to an end and WeChat did not take, although they were still true when their turn came. */
    long notAccepted() throws SQLException {
        return number(
                "SELECT COUNT(*) FROM message WHERE status NOT IN ('SENT', 'DELIVERED', 'UNCONFIRMED', 'SUPERSEDED')"
                        + " AND (status NOT IN ('QUEUED', 'SENDING') OR " + OPEN + ")");
    }

    /**
     * Waits until every message has come to an end, and says how it goes.
     *
     * @return how long that took, the whole patience if some have not
     */
    Duration waitUntilSettled(Duration patience) throws SQLException, InterruptedException {
        long start = System.nanoTime();
        int looks = 0;
        while (open() > 0 && System.nanoTime() - start < patience.toNanos()) {
            if (looks++ % SAY_EVERY == 0) {
                System.out.printf("  … %s%n", byStatus());
            }
            TimeUnit.NANOSECONDS.sleep(LOOK_EVERY.toNanos());
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
