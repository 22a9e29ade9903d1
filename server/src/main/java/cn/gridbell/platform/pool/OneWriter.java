package cn.gridbell.platform.pool;

import com.mysql.cj.jdbc.JdbcConnection;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import jakarta.annotation.PostConstruct;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps the connections of this server at one database host where the address names several. A cluster loses acknowledged writes when two of its nodes
 * are written to (docs/operations.md, "Database cluster"), and that is what a failover leaves behind: connections that fled to the second host stay
 * there for twenty minutes, while new ones find the first one back. Each second it asks which host a new connection reaches; when that is another one
 * twice in a row, or when a connection went elsewhere meanwhile, all connections end with their transactions and are made anew. Each server asks for
 * itself. Thread-safe.
 */
@Component
public final class OneWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OneWriter.class);

    /** From a table: a node of a cluster that is still catching up answers whatever needs none, and 1047 to the rest. */
    private static final String PROBE = "SELECT 1 FROM idempotency_key LIMIT 1";

    private static final int LONGEST_ANSWER_SECONDS = 5;

    /** Between two times that all connections end: a host that comes and goes is not to cost more than it has to. */
    static final Duration REST = Duration.ofSeconds(5);

    /** The second time is for connections that were being made during the first, which the pool did not have yet. */
    private static final int TIMES = 2;

    private final List<HikariDataSource> pools = new CopyOnWriteArrayList<>();
    private final Clock clock;
    private @Nullable ScheduledExecutorService thread;
    private @Nullable String host;
    private @Nullable String candidate;
    private Instant rested = Instant.MIN;
    private int timesDue;

    OneWriter(DataSource house, Clock clock) throws SQLException {
        this.clock = clock;
        if (house.isWrapperFor(HikariDataSource.class)) {
            follow(house.unwrap(HikariDataSource.class));
        }
    }

    /** Keeps the connections of one more pool where those of the house are. */
    public void follow(HikariDataSource pool) {
        pools.add(pool);
    }

    /** On a thread of its own: while no host answers the driver may try for half a minute. None where the address names one host. */
    @PostConstruct
    void begin() {
        if (pools.isEmpty() || !namesSeveral(pools.get(0).getJdbcUrl())) {
            return;
        }
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, "one-writer");
            made.setDaemon(true);
            return made;
        });
        thread = started;
        started.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    synchronized void look() {
        if (!(pools.get(0).getDataSource() instanceof AskingAgain house)) {
            return;
        }
        try (Connection probe = house.withoutAskingAgain();
                Statement statement = probe.createStatement()) {
            statement.setQueryTimeout(LONGEST_ANSWER_SECONDS);
            statement.execute(PROBE);
            String now = hostOf(probe);
            if (now != null) {
                gather(now);
            }
        } catch (SQLException away) {
            LOG.debug("no database host answers: {}", away.getSQLState());
        } catch (RuntimeException unexpected) {
            LOG.warn(
                    "where database connections go cannot be seen: {}",
                    unexpected.getClass().getName());
        }
    }

    private void gather(String now) {
        if (host == null) {
            host = now;
        } else if (!host.equals(now)) {
            if (!now.equals(candidate)) {
                candidate = now;
                return;
            }
            host = now;
            timesDue = TIMES;
        }
        candidate = null;
        if (pools.stream().anyMatch(pool -> hasStrayed(pool, now))) {
            timesDue = TIMES;
        }
        if (timesDue > 0 && !clock.instant().isBefore(rested)) {
            timesDue--;
            rested = clock.instant().plus(REST);
            pools.forEach(pool -> endAll(pool, now));
        }
    }

    private static boolean hasStrayed(HikariDataSource pool, String now) {
        return pool.getDataSource() instanceof AskingAgain asking
                && asking.hosts().stream().anyMatch(seen -> !seen.equals(now));
    }

    private static void endAll(HikariDataSource pool, String now) {
        if (pool.getDataSource() instanceof AskingAgain asking) {
            asking.forgetHosts();
        }
        HikariPoolMXBean connections = pool.getHikariPoolMXBean();
        if (connections != null) {
            LOG.warn("{}: connections end with their transactions and are made anew, to {}", pool.getPoolName(), now);
            connections.softEvictConnections();
        }
    }

    /** Host and port; null if the driver is another one. */
    static @Nullable String hostOf(Connection connection) throws SQLException {
        return connection.isWrapperFor(JdbcConnection.class)
                ? connection.unwrap(JdbcConnection.class).getHostPortPair()
                : null;
    }

    static boolean namesSeveral(@Nullable String url) {
        if (url == null || !url.startsWith("jdbc:mysql://")) {
            return false;
        }
        String rest = url.substring("jdbc:mysql://".length());
        int end = rest.indexOf('/');
        return (end < 0 ? rest : rest.substring(0, end)).contains(",");
    }

    @Override
    public void close() {
        ScheduledExecutorService running = thread;
        if (running != null) {
            running.shutdownNow();
        }
    }
}
