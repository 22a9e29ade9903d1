package dev.gridbell.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * A bare JDBC program: asks of the database what a server asked, with nothing around it. One connection, statements prepared once by the database and
 * kept, as the server's are. Not thread-safe.
 */
final class Replay implements AutoCloseable {

    /** What a call may make; later statements, also of later calls, name it. */
    private static final Pattern MAKES = Pattern.compile("INSERT INTO (request|visit) ?\\(");

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private String made = "0";

    /** Where connections come from. */
    interface Connections {
        Connection open() throws SQLException;
    }

    Replay(Connections connections) throws SQLException {
        connection = connections.open();
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    }

    void play(Recording call) throws SQLException {
        String fresh = UUID.randomUUID().toString();
        for (Asked each : call.asked()) {
            if (each.sql().equals("COMMIT")) {
                connection.commit();
                continue;
            }
            PreparedStatement statement = statement(each.sql());
            for (int i = 0; i < each.values().size(); i++) {
                bind(statement, i + 1, each.values().get(i), fresh);
            }
            if (statement.execute()) {
                read(statement);
            } else if (MAKES.matcher(each.sql()).lookingAt()) {
                made = key(statement);
            }
        }
        connection.commit();
    }

    private PreparedStatement statement(String sql) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS);
            prepared.put(sql, statement);
        }
        return statement;
    }

    private void bind(PreparedStatement statement, int at, String value, String fresh) throws SQLException {
        String bare = value.substring(2);
        if (bare.indexOf('⟦') >= 0) {
            bare = bare.replace(Recording.FRESH, fresh)
                    .replace(Recording.SHORT, fresh.substring(24))
                    .replace(Recording.MADE, made);
        }
        switch (value.charAt(0)) {
            case 't' -> statement.setObject(at, LocalDateTime.parse(bare));
            case 'n' -> {
                if (bare.contains(".")) {
                    statement.setDouble(at, Double.parseDouble(bare));
                } else {
                    statement.setLong(at, Long.parseLong(bare));
                }
            }
            case 'b' -> {
                byte[] bytes = new byte[32];
                ThreadLocalRandom.current().nextBytes(bytes);
                statement.setBytes(at, bytes);
            }
            default -> statement.setString(at, bare);
        }
    }

    /** Every row and every column of it, as a program would that shows them. */
    private static void read(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = Objects.requireNonNull(statement.getResultSet())) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    rows.getObject(column);
                }
            }
        }
    }

    private static String key(PreparedStatement statement) throws SQLException {
        try (ResultSet keys = statement.getGeneratedKeys()) {
            keys.next();
            return keys.getString(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
