package cn.gridbell.platform.pool;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.gridbell.embedded.EmbeddedServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** One database under two names stands for two hosts; which one a new connection reaches is the test's to say. */
class OneWriterTest {

    private static final int SIZE = 4;

    private final EmbeddedServers servers = EmbeddedServers.sharedForTests();
    private final TwoNames database = new TwoNames();
    private final HikariDataSource house = pool();
    private final OneWriter writer = writer();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void leavesConnectionsInPeaceWhileTheyAllGoToOneHost() throws SQLException {
        List<Connection> before = fill();
        writer.look();
        writer.look();
        assertThat(before).allMatch(connection -> isOpen(connection));
        assertThat(hosts()).containsOnly("127.0.0.1");
    }

    @Test
    void followsWhenANewConnectionReachesAnotherHost() throws SQLException {
        fill();
        writer.look();
        database.name = "localhost";
        writer.look();
        assertThat(hosts()).containsOnly("localhost");
    }

    @Test
    void bringsBackWhatWentElsewhereWhileNobodyLooked() throws SQLException {
        writer.look();
        database.name = "localhost";
        fill();
        database.name = "127.0.0.1";
        writer.look();
        assertThat(hosts()).containsOnly("127.0.0.1");
    }

    @Test
    void letsATransactionEndWhereItBegan() throws SQLException {
        writer.look();
        try (Connection working = house.getConnection()) {
            database.name = "localhost";
            writer.look();
            assertThat(working.isValid(5)).isTrue();
            assertThat(host(working)).isEqualTo("127.0.0.1");
        }
        assertThat(hosts()).containsOnly("localhost");
    }

    @Test
    void alsoForAPoolThatFollows() throws SQLException {
        try (HikariDataSource second = pool()) {
            writer.follow(second);
            writer.look();
            second.getConnection().close();
            database.name = "localhost";
            writer.look();
            try (Connection connection = second.getConnection()) {
                assertThat(host(connection)).isEqualTo("localhost");
            }
        }
    }

    @Test
    void looksOnlyWhereTheAddressNamesSeveral() {
        assertThat(OneWriter.namesSeveral("jdbc:mysql://db1,db2:3307,db3/gridbell?a=b"))
                .isTrue();
        assertThat(OneWriter.namesSeveral("jdbc:mysql://db1:3306/gridbell?sessionVariables=a=1,b=2"))
                .isFalse();
        assertThat(OneWriter.namesSeveral(null)).isFalse();
    }

    private OneWriter writer() {
        try {
            return new OneWriter(house);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:mysql://first,second/gridbell");
        config.setDataSource(new AskingAgain(database, Duration.ofMillis(1), Duration.ofSeconds(5)));
        config.setMaximumPoolSize(SIZE);
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    /** Opens all connections of the pool and gives them back. */
    private List<Connection> fill() throws SQLException {
        List<Connection> all = new ArrayList<>();
        List<Connection> plain = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            Connection connection = house.getConnection();
            all.add(connection);
            plain.add(connection.unwrap(Connection.class));
        }
        for (Connection connection : all) {
            connection.close();
        }
        return plain;
    }

    private List<String> hosts() throws SQLException {
        List<Connection> all = new ArrayList<>();
        List<String> hosts = new ArrayList<>();
        for (int i = 0; i < SIZE; i++) {
            Connection connection = house.getConnection();
            all.add(connection);
            hosts.add(host(connection));
        }
        for (Connection connection : all) {
            connection.close();
        }
        return hosts;
    }

    private static String host(Connection connection) throws SQLException {
        String pair = OneWriter.hostOf(connection);
        return pair == null ? "" : pair.substring(0, pair.indexOf(':'));
    }

    private static boolean isOpen(Connection connection) {
        try {
            return !connection.isClosed();
        } catch (SQLException e) {
            return false;
        }
    }

    private final class TwoNames extends AbstractDataSource {

        private volatile String name = "127.0.0.1";

        @Override
        public Connection getConnection() throws SQLException {
            String url = servers.jdbcUrl("one_writer").replaceFirst("//[^:/]+", "//" + name);
            return new DriverManagerDataSource(url, servers.databaseUser(), servers.databasePassword()).getConnection();
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }
    }
}
