package cn.gridbell.platform.pool;

import static org.assertj.core.api.Assertions.assertThat;

import com.mysql.cj.jdbc.JdbcConnection;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.gridbell.embedded.EmbeddedServers;
import dev.gridbell.testing.MutableClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** One database under two names stands for two hosts; which one a new connection reaches is the test's to say. */
class OneWriterTest {

    private static final int SIZE = 4;

    private final EmbeddedServers servers = EmbeddedServers.sharedForTests();
    private final TwoNames database = new TwoNames();
    private final MutableClock time = new MutableClock();
    private final HikariDataSource house = pool();
    private final OneWriter writer = writer();

    @BeforeEach
    void ourTable() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS idempotency_key (id INT PRIMARY KEY)");
        }
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void leavesConnectionsInPeaceWhileTheyAllGoToOneHost() throws SQLException {
        Set<Connection> before = physical();
        lookAgain();
        lookAgain();
        assertThat(physical()).isEqualTo(before);
    }

    @Test
    void followsWhenNewConnectionsReachAnotherHost() throws SQLException {
        physical();
        lookAgain();
        database.name = "localhost";
        writer.look();
        assertThat(hosts()).as("once may be an accident").containsOnly("127.0.0.1");
        lookAgain();
        assertThat(hosts()).containsOnly("localhost");
    }

    @Test
    void bringsBackWhatWentElsewhereWhileNobodyLooked() throws SQLException {
        lookAgain();
        database.name = "localhost";
        physical();
        database.name = "127.0.0.1";
        lookAgain();
        assertThat(hosts()).containsOnly("127.0.0.1");
    }

    @Test
    void endsASecondTimeWhatWasBeingMadeDuringTheFirst() throws SQLException {
        lookAgain();
        database.name = "localhost";
        physical();
        database.name = "127.0.0.1";
        lookAgain();
        Set<Connection> made = physical();
        writer.look();
        assertThat(physical()).as("not before it has rested").isEqualTo(made);
        lookAgain();
        assertThat(physical()).doesNotContainAnyElementsOf(made);
        made = physical();
        lookAgain();
        assertThat(physical()).as("and then no more").isEqualTo(made);
    }

    @Test
    void doesNotFollowToAHostThatIsStillCatchingUp() throws SQLException {
        physical();
        lookAgain();
        database.name = "localhost";
        database.schema = "one_writer_empty";
        lookAgain();
        lookAgain();
        assertThat(hosts()).containsOnly("127.0.0.1");
    }

    @Test
    void letsATransactionEndWhereItBegan() throws SQLException {
        lookAgain();
        try (Connection working = house.getConnection()) {
            database.name = "localhost";
            lookAgain();
            lookAgain();
            assertThat(working.isValid(5)).isTrue();
            assertThat(host(working)).isEqualTo("127.0.0.1");
        }
        assertThat(hosts()).containsOnly("localhost");
    }

    @Test
    void bringsBackAPoolThatFollows() throws SQLException {
        try (HikariDataSource second = pool()) {
            writer.follow(second);
            lookAgain();
            database.name = "localhost";
            second.getConnection().close();
            database.name = "127.0.0.1";
            lookAgain();
            try (Connection connection = second.getConnection()) {
                assertThat(host(connection)).isEqualTo("127.0.0.1");
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

    /** After it has rested. */
    private void lookAgain() {
        time.advance(OneWriter.REST);
        writer.look();
    }

    private OneWriter writer() {
        try {
            return new OneWriter(house, time);
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

    /** All connections that the pool can have, behind its own wrappers. */
    private Set<Connection> physical() throws SQLException {
        List<Connection> all = new ArrayList<>();
        Set<Connection> physical = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < SIZE; i++) {
            Connection connection = house.getConnection();
            all.add(connection);
            physical.add(connection.unwrap(JdbcConnection.class));
        }
        for (Connection connection : all) {
            connection.close();
        }
        return physical;
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

    private final class TwoNames extends AbstractDataSource {

        private volatile String name = "127.0.0.1";
        private volatile String schema = "one_writer";

        @Override
        public Connection getConnection() throws SQLException {
            String url = servers.jdbcUrl(schema).replaceFirst("//[^:/]+", "//" + name);
            return new DriverManagerDataSource(url, servers.databaseUser(), servers.databasePassword()).getConnection();
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }
    }
}
