package dev.gridbell.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The same statements as the server's for one submit and one list (held against the general log that the run prints first), with nothing
 * around them: one connection a client, prepared statements kept, the driver told not to ask for session state.
 */
final class BareJdbc implements AutoCloseable {

    private static final String SESSION = """
            SELECT id, resident_id, wechat_person_id FROM signin_session
            WHERE id = ? AND ended_at IS NULL AND expires_at > ?""";
    private static final String STAFF_OF_PERSON = """
            SELECT id, number, name, roles, photo_url, wechat_person_id
            FROM staff_member WHERE wechat_person_id = ? AND active""";
    private static final String KEY =
            "INSERT INTO idempotency_key (resident_id, idem_key, body_hash, created_at) VALUES (?, ?, ?, ?)";
    private static final String RESIDENT = """
            SELECT r.id, r.wechat_person_id, r.household_id, h.grid_id, r.phone IS NOT NULL AS phone_bound
            FROM resident r LEFT JOIN household h ON h.id = r.household_id WHERE r.id = ?""";
    private static final String ON_DUTY = """
            SELECT m.id, m.number, m.name, m.roles, m.photo_url, m.wechat_person_id
            FROM staff_duty d JOIN staff_member m ON m.id = d.staff_id
            WHERE d.grid_id = ? AND m.active AND FIND_IN_SET(?, m.roles) > 0 ORDER BY m.number LIMIT 1""";
    private static final String DUTIES = "SELECT grid_id FROM staff_duty WHERE staff_id = ? ORDER BY grid_id";
    private static final String ROUTES = """
            SELECT id, grid_id, category, target, unit_id FROM request_route
            WHERE grid_id IN (?, 2, 1, 0) AND category IN ('GARBAGE', 'ENVIRONMENT', '')""";
    private static final String CHECK = """
            INSERT INTO request_check (request_id, entry_id, author_resident_id, state, created_at, due_at)
            VALUES (?, 0, ?, 'PENDING', ?, ?)""";
    private static final String FOLLOWED = """
            SELECT request_id AS request, since FROM request_follower
            WHERE resident_id = ? AND (since < ? OR (since = ? AND request_id < ?))
            ORDER BY since DESC, request_id DESC LIMIT 21""";
    private static final String FOLLOWERS = """
            SELECT request_id AS request, COUNT(*) AS followers FROM request_follower
            WHERE request_id IN (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) GROUP BY request_id""";
    private static final String REQUEST = """
            INSERT INTO request (number, reporter_resident_id, reporter_staff_id, anonymous, source, category,
                                 description, latitude, longitude, address, grid_id, community_id, street_id,
                                 status, colour, holder_staff_id, submitted_at, due_at, escalates_at, moved_at, version)
            VALUES (?, ?, NULL, FALSE, 'SNAPSHOT', 'GARBAGE', ?, NULL, NULL, NULL, ?, 1, 1,
                    'ASSIGNED', 'GREEN', ?, ?, ?, ?, ?, 1)""";
    private static final String ENTRY = """
            INSERT INTO request_entry (request_id, kind, actor, actor_id, words, happened_at)
            VALUES (?, ?, 'RESIDENT', ?, ?, ?)""";
    private static final String SLIP = """
            INSERT INTO message (scene, subject_kind, subject_id, turn, person_kind, person_id, status, urgent, not_before,
                                 due_at, expires_at, created_at)
            VALUES (?, 'REQUEST', ?, 1, ?, ?, 'QUEUED', FALSE, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE id = id""";
    private static final String ANSWER = "UPDATE idempotency_key SET answer = ? WHERE resident_id = ? AND idem_key = ?";
    private static final String STAFF =
            "SELECT id, number, name, roles, photo_url, wechat_person_id FROM staff_member WHERE id = ?";
    private static final String LIST = """
            SELECT id, number, reporter_resident_id, reporter_staff_id, anonymous, source, category, description,
                   latitude, longitude, address, grid_id, status, colour, holder_staff_id, submitted_at, due_at,
                   escalates_at, accepted_at, answered_at, answered_by_staff_id, closure, result, solved, stars,
                   moved_at, version
            FROM request WHERE reporter_resident_id = ?
              AND (submitted_at < ? OR (submitted_at = ? AND id < ?))
            ORDER BY submitted_at DESC, id DESC LIMIT 21""";

    private final Client[] clients;

    /** Where connections come from. */
    interface Connections {
        Connection open() throws SQLException;
    }

    BareJdbc(Connections connections, int count) throws SQLException {
        clients = new Client[count];
        for (int i = 0; i < count; i++) {
            clients[i] = new Client(connections.open(), i);
        }
    }

    void submit(int client) throws SQLException {
        clients[client].submit();
    }

    void list(int client) throws SQLException {
        clients[client].list();
    }

    @Override
    public void close() throws SQLException {
        for (Client client : clients) {
            client.connection.close();
        }
    }

    private static final class Client {

        private final Connection connection;
        private final Map<String, PreparedStatement> prepared = new HashMap<>();
        private final long session;
        private final long resident;
        private final long person;
        private final long grid;
        private final String run = UUID.randomUUID().toString().substring(0, 8);
        private int count;

        Client(Connection connection, int number) throws SQLException {
            this.connection = connection;
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            try (var rows = connection
                    .createStatement()
                    .executeQuery("SELECT s.id, s.resident_id, s.wechat_person_id, h.grid_id"
                            + " FROM signin_session s JOIN resident r ON r.id = s.resident_id"
                            + " JOIN household h ON h.id = r.household_id ORDER BY s.id LIMIT 1 OFFSET " + number)) {
                rows.next();
                session = rows.getLong(1);
                resident = rows.getLong(2);
                person = rows.getLong(3);
                grid = rows.getLong(4);
            }
            connection.commit();
        }

        void submit() throws SQLException {
            Timestamp now = Timestamp.from(Instant.now());
            String key = UUID.randomUUID().toString();
            signedIn(now);
            update(KEY, resident, key, new byte[32], now);
            query(RESIDENT, resident);
            query(ROUTES, grid);
            long holder = query(ON_DUTY, grid, "GRID_MEMBER");
            query(DUTIES, holder);
            // Far from the numbers of the server: HL20261123-000001 and on.
            String number = "B" + run + "-" + ++count;
            // Due in a week: what falls due or waits for its check would be the server's work while it is measured.
            Timestamp later = Timestamp.from(now.toInstant().plus(Duration.ofDays(7)));
            update(REQUEST, number, resident, "楼下垃圾三天没有清运，气味很大，请尽快处理。", grid, holder, now, later, later, now);
            long id = query("SELECT LAST_INSERT_ID()");
            update(CHECK, id, resident, now, later);
            update(ENTRY, id, "SUBMITTED", resident, "已登记，编号" + number + "。", now);
            update(ENTRY, id, "ASSIGNED", resident, "已交办给网格员，请在期限前处置。", now);
            update(SLIP, "REQUEST_RECEIVED", id, "RESIDENT", resident, now, now, now, now);
            update(SLIP, "REQUEST_ASSIGNED", id, "STAFF", holder, now, now, now, now);
            update(
                    ANSWER,
                    "{\"id\":\"" + id + "\",\"number\":\"" + number
                            + "\",\"status\":\"ASSIGNED\",\"colour\":\"GREEN\"}",
                    resident,
                    key);
            connection.commit();
            query(STAFF, holder);
            query(DUTIES, holder);
            connection.commit();
        }

        void list() throws SQLException {
            signedIn(Timestamp.from(Instant.now()));
            Timestamp end = Timestamp.valueOf("9999-01-01 00:00:00");
            query(LIST, resident, end, end, Long.MAX_VALUE);
            query(FOLLOWED, resident, end, end, Long.MAX_VALUE);
            Object[] shown = new Object[21];
            Arrays.setAll(shown, i -> (long) count - i);
            query(FOLLOWERS, shown);
            query(STAFF, 1L);
            query(DUTIES, 1L);
            connection.commit();
        }

        private void signedIn(Timestamp now) throws SQLException {
            query(SESSION, session, now);
            query(STAFF_OF_PERSON, person);
            connection.commit();
        }

        private void update(String sql, Object... values) throws SQLException {
            bind(sql, values).executeUpdate();
        }

        /** Reads every row. @return the first column of the first, 0 if there is none or it is no number */
        private long query(String sql, Object... values) throws SQLException {
            long first = 0;
            try (ResultSet rows = bind(sql, values).executeQuery()) {
                int columns = rows.getMetaData().getColumnCount();
                boolean begun = false;
                while (rows.next()) {
                    if (!begun) {
                        first = rows.getLong(1);
                        begun = true;
                    }
                    for (int column = 1; column <= columns; column++) {
                        rows.getObject(column);
                    }
                }
            }
            return first;
        }

        private PreparedStatement bind(String sql, Object... values) throws SQLException {
            PreparedStatement statement = prepared.get(sql);
            if (statement == null) {
                statement = connection.prepareStatement(sql);
                prepared.put(sql, statement);
            }
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement;
        }
    }
}
