package cn.gridbell.platform.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gridbell.embedded.EmbeddedServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class AskingAgainTest {

    private final EmbeddedServers servers = EmbeddedServers.sharedForTests();

    @Test
    void isConnectedAsSoonAsTheDatabaseIsBack() throws SQLException {
        FailsAtFirst database = new FailsAtFirst(20, "08S01");
        try (Connection connection =
                new AskingAgain(database, Duration.ofMillis(1), Duration.ofSeconds(30)).getConnection()) {
            assertThat(connection.isValid(5)).isTrue();
        }
        assertThat(database.tries).hasValue(21);
    }

    @Test
    void saysAtOnceWhatDoesNotPass() {
        FailsAtFirst database = new FailsAtFirst(20, "28000");
        assertThatThrownBy(new AskingAgain(database, Duration.ofMillis(1), Duration.ofSeconds(30))::getConnection)
                .isInstanceOf(SQLException.class);
        assertThat(database.tries).hasValue(1);
    }

    @Test
    void saysSoWhenItsPatienceIsOver() {
        FailsAtFirst database = new FailsAtFirst(Integer.MAX_VALUE, "08S01");
        assertThatThrownBy(new AskingAgain(database, Duration.ofMillis(1), Duration.ZERO)::getConnection)
                .isInstanceOf(SQLException.class);
        assertThat(database.tries).hasValue(1);
    }

    private final class FailsAtFirst extends AbstractDataSource {

        private final AtomicInteger tries = new AtomicInteger();
        private final int failures;
        private final String state;

        FailsAtFirst(int failures, String state) {
            this.failures = failures;
            this.state = state;
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (tries.incrementAndGet() <= failures) {
                throw new SQLException("away", state);
            }
            return new DriverManagerDataSource(
                            servers.jdbcUrl("asking"), servers.databaseUser(), servers.databasePassword())
                    .getConnection();
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }
    }
}
