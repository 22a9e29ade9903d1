package cn.gridbell.platform.pool;

import com.mysql.cj.jdbc.JdbcConnection;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps all connections at one database host where the address names several. A cluster loses acknowledged writes when two of its nodes are written to
 * (docs/operations.md, "Database cluster"), and that is what a failover leaves behind: connections that fled to the second host stay there for twenty
 * minutes, while new ones find the first one back. Each second it asks which host a new connection reaches; when that is another one, or when a
 * connection went elsewhere meanwhile, all others end as soon as their transactions do. All servers notice within the same second. Thread-safe.
 */
@Component
public final class OneWriter {

    private static final Logger LOG = LoggerFactory.getLogger(OneWriter.class);
    private static final int LONGEST_ANSWER_SECONDS = 5;

    private final List<HikariDataSource> pools = new CopyOnWriteArrayList<>();
    private @Nullable String host;

    OneWriter(DataSource house) throws SQLException {
        if (house.isWrapperFor(HikariDataSource.class)) {
            follow(house.unwrap(HikariDataSource.class));
        }
    }

    /** Keeps the connections of one more pool where those of the house are. */
    public void follow(HikariDataSource pool) {
        pools.add(pool);
    }

    /** Costs nothing where the address names one host. */
    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.SECONDS)
    synchronized void look() {
        if (pools.isEmpty()
                || !(pools.get(0).getDataSource() instanceof AskingAgain house)
                || !namesSeveral(pools.get(0).getJdbcUrl())) {
            return;
        }
        try (Connection probe = house.once();
                Statement statement = probe.createStatement()) {
            statement.setQueryTimeout(LONGEST_ANSWER_SECONDS);
            // A node of a cluster that is still catching up takes connections and answers nothing.
            statement.execute("SELECT 1");
            gather(hostOf(probe));
        } catch (SQLException away) {
            LOG.debug("no database host answers: {}", away.getSQLState());
        }
    }

    private void gather(@Nullable String now) {
        if (now == null) {
            return;
        }
        boolean moved = host != null && !host.equals(now);
        host = now;
        for (HikariDataSource pool : pools) {
            boolean strayed = pool.getDataSource() instanceof AskingAgain asking
                    && asking.hostsSinceLastAsked().stream().anyMatch(seen -> !seen.equals(now));
            HikariPoolMXBean connections = pool.getHikariPoolMXBean();
            if ((moved || strayed) && connections != null) {
                LOG.warn("{}: all connections go to {} now, those to other hosts end", pool.getPoolName(), now);
                connections.softEvictConnections();
            }
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
}
