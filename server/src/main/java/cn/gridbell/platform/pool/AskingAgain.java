package cn.gridbell.platform.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Asks a database that is away again and again at an even pace. The pool by itself waits twice as long after each failure, up to five seconds, and so
 * answers nobody for as long after the database is back.
 */
public final class AskingAgain extends DelegatingDataSource {

    /** SQLSTATE class of a connection that cannot be made; anything else (a wrong password) does not get better. */
    private static final String NO_CONNECTION = "08";

    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Duration pause;
    private final Duration patience;
    private final Set<String> hosts = ConcurrentHashMap.newKeySet();

    /** For a pool: every 300 ms, for 30 s before it is told once. */
    public static DataSource of(DataSource database) {
        return new AskingAgain(database, PAUSE, PATIENCE);
    }

    /**
     * @param pause    between two tries
     * @param patience after which the failure is told
     */
    AskingAgain(DataSource database, Duration pause, Duration patience) {
        super(database);
        this.pause = pause;
        this.patience = patience;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return persistently(() -> super.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return persistently(() -> super.getConnection(user, password));
    }

    /** Fails where {@link #getConnection()} waits; the driver may still try each host a few times. Not among {@link #hosts()}. */
    Connection withoutAskingAgain() throws SQLException {
        return super.getConnection();
    }

    /** Where connections went since this was forgotten. */
    Set<String> hosts() {
        return Set.copyOf(hosts);
    }

    void forgetHosts() {
        hosts.clear();
    }

    private Connection noted(Connection connection) throws SQLException {
        try {
            String host = OneWriter.hostOf(connection);
            if (host != null) {
                hosts.add(host);
            }
            return connection;
        } catch (SQLException broken) {
            connection.close();
            throw broken;
        }
    }

    private interface Try {
        Connection connect() throws SQLException;
    }

    private Connection persistently(Try once) throws SQLException {
        long start = System.nanoTime();
        while (true) {
            try {
                return noted(once.connect());
            } catch (SQLException away) {
                String state = away.getSQLState();
                boolean mayPass = state != null && state.startsWith(NO_CONNECTION);
                if (!mayPass || System.nanoTime() - start >= patience.toNanos()) {
                    throw away;
                }
                rest(away);
            }
        }
    }

    private void rest(SQLException away) throws SQLException {
        try {
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw away;
        }
    }
}
