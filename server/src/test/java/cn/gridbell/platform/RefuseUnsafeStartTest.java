package cn.gridbell.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gridbell.embedded.EmbeddedServers;
import dev.gridbell.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class RefuseUnsafeStartTest {

    @Test
    void namesEveryObjectionInProduction() {
        List<ProductionCheck> checks = List.of(() -> List.of("甲"), List::of, () -> List.of("乙", "丙"));
        assertThatThrownBy(() -> new RefuseUnsafeStart(checks, true).afterSingletonsInstantiated())
                .isInstanceOfSatisfying(UnsafeForProduction.class, refused -> assertThat(refused.objections())
                        .containsExactly("甲", "乙", "丙"));
        assertThatCode(() -> new RefuseUnsafeStart(checks, false).afterSingletonsInstantiated())
                .doesNotThrowAnyException();
    }

    @Test
    void theDatabaseAsItComesIsSafeAndASloppySessionIsNot() {
        TestDatabase database = TestDatabase.fresh("settings");
        var connection = new SingleConnectionDataSource(database.url(), database.user(), database.password(), true);
        try {
            JdbcTemplate jdbc = new JdbcTemplate(connection);
            DatabaseSettingsCheck check = new DatabaseSettingsCheck(jdbc);
            assertThat(check.objections()).isEmpty();

            jdbc.execute("SET SESSION sql_mode = ''");
            assertThat(check.objections()).singleElement().asString().contains("sql_mode");
            if (check.version().contains("MariaDB")) {
                jdbc.execute("SET SESSION innodb_snapshot_isolation = OFF");
                assertThat(check.objections())
                        .hasSize(2)
                        .anyMatch(objection -> objection.contains("innodb_snapshot_isolation"));
            }

            jdbc.execute("CREATE DATABASE IF NOT EXISTS gridbell_test_latin CHARACTER SET latin1");
            jdbc.execute("USE gridbell_test_latin");
            assertThat(check.objections()).anyMatch(objection -> objection.contains("utf8mb4"));
        } finally {
            connection.destroy();
        }
    }

    @Test
    void aDriverThatGoesOnWithAnotherNodeInSilenceIsNamed() {
        assertThat(new DatabaseAddressCheck("jdbc:mysql://db1,db2/gridbell").objections())
                .isEmpty();
        assertThat(new DatabaseAddressCheck("jdbc:mysql:loadbalance://db1,db2/gridbell").objections())
                .singleElement()
                .asString()
                .contains("loadbalance");
    }

    @Test
    void aDatabaseThatMayLoseCommitsIsNamed() {
        EmbeddedServers servers = EmbeddedServers.sharedForTests();
        var connection = new SingleConnectionDataSource(
                servers.jdbcUrl(servers.freshDatabase("settings")),
                servers.databaseUser(),
                servers.databasePassword(),
                true);
        try {
            JdbcTemplate jdbc = new JdbcTemplate(connection);
            jdbc.execute("SET GLOBAL innodb_flush_log_at_trx_commit = 2");
            assertThat(new DatabaseSettingsCheck(jdbc).objections())
                    .anyMatch(objection -> objection.contains("innodb_flush_log_at_trx_commit"));
        } finally {
            new JdbcTemplate(connection).execute("SET GLOBAL innodb_flush_log_at_trx_commit = 1");
            connection.destroy();
        }
    }
}
