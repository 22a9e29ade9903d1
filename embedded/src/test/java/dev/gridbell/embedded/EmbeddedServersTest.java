package dev.gridbell.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServersTest {

    private static final Path PROGRAMS = Path.of("..", ".gridbell", "servers");

    @TempDir
    Path home;

    @Test
    void startsWithSettingsThatLoseNothing() throws SQLException {
        EmbeddedServers servers = EmbeddedServers.sharedForTests();
        String url = servers.jdbcUrl(servers.freshDatabase("settings"));

        assertThat(one(servers, url, "select @@innodb_flush_log_at_trx_commit")).isEqualTo("1");
        assertThat(one(servers, url, "select @@innodb_snapshot_isolation")).isEqualTo("1");
        assertThat(one(servers, url, "select @@transaction_isolation")).isEqualTo("READ-COMMITTED");
        assertThat(one(servers, url, "select @@sql_mode")).contains("STRICT_TRANS_TABLES", "ONLY_FULL_GROUP_BY");
        assertThat(one(servers, url, "select @@character_set_database")).isEqualTo("utf8mb4");
        assertThat(one(servers, url, "select @@session.time_zone")).isEqualTo("+00:00");
        assertThat(one(servers, url, "select @@bind_address")).isEqualTo("127.0.0.1");
        assertThat(one(servers, url, "select '网格叮咚🔔'")).isEqualTo("网格叮咚🔔");
    }

    @Test
    void refusesEveryAccountWithoutItsPassword() throws SQLException {
        EmbeddedServers servers = EmbeddedServers.sharedForTests();
        String url = servers.jdbcUrl("passwords");

        assertThatThrownBy(() -> DriverManager.getConnection(url, servers.databaseUser(), ""))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> DriverManager.getConnection(url, "root", "")).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> DriverManager.getConnection(url, "", "")).isInstanceOf(SQLException.class);
        assertThat(one(
                        servers,
                        url,
                        "select group_concat(user) from mysql.global_priv"
                                + " where json_value(priv, '$.authentication_string') = ''"
                                + " and json_value(priv, '$.plugin') = 'mysql_native_password'"
                                + " and coalesce(json_value(priv, '$.account_locked'), 0) = 0"))
                .isNull();
    }

    @Test
    void givesEachTestADatabaseOfItsOwn() throws SQLException {
        EmbeddedServers servers = EmbeddedServers.sharedForTests();
        String first = servers.jdbcUrl(servers.freshDatabase("own"));
        String second = servers.jdbcUrl(servers.freshDatabase("own"));

        execute(servers, first, "create table t (id int primary key)");

        assertThat(one(servers, second, "select count(*) from information_schema.tables where table_schema=database()"))
                .isEqualTo("0");
        assertThatThrownBy(() -> servers.jdbcUrl("x`; drop database mysql"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsWhatWasCommittedThroughKillNine() throws SQLException {
        try (EmbeddedServers servers = EmbeddedServers.start(home, PROGRAMS, EmbeddedPorts.FREE)) {
            String url = servers.jdbcUrl("kept");
            execute(servers, url, "create table t (id int primary key)");
            execute(servers, url, "insert into t values (1)");
            servers.killDatabase();
            servers.killRedis();
            servers.startDatabase();
            servers.startRedis();
            assertThat(one(servers, url, "select count(*) from t")).isEqualTo("1");
        }
        try (EmbeddedServers again = EmbeddedServers.start(home, PROGRAMS, EmbeddedPorts.FREE)) {
            assertThat(one(again, again.jdbcUrl("kept"), "select count(*) from t"))
                    .isEqualTo("1");
        }
    }

    @Test
    void stopsWhatAKilledRunLeftBehind() throws IOException {
        EmbeddedServers servers = EmbeddedServers.start(home, PROGRAMS, EmbeddedPorts.FREE);
        Path mariaDb = home.toAbsolutePath().resolve("mariadb");
        Path redis = home.toAbsolutePath().resolve("redis");
        long mariaDbPid = Long.parseLong(Files.readString(mariaDb.resolve("pid")));
        long redisPid = Long.parseLong(Files.readString(redis.resolve("pid")));

        assertThat(ServerProcess.isOurs(mariaDbPid, MariaDb.PROGRAM, redis)).isFalse();
        ServerProcess.stopOrphan(MariaDb.PROGRAM, mariaDb);
        ServerProcess.stopOrphan(Redis.PROGRAM, redis);

        assertThat(ProcessHandle.of(mariaDbPid).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(ProcessHandle.of(redisPid).filter(ProcessHandle::isAlive)).isEmpty();
        servers.close();
    }

    @Test
    void leavesAProcessAloneThatOnlyHasAnOrphansNumber() throws IOException {
        Path folder = Files.createDirectory(home.resolve("mariadb"));
        Files.writeString(
                folder.resolve("pid"), Long.toString(ProcessHandle.current().pid()));

        ServerProcess.stopOrphan(MariaDb.PROGRAM, folder);

        assertThat(ProcessHandle.current().isAlive()).isTrue();
        assertThat(folder.resolve("pid")).doesNotExist();
    }

    @Test
    void runsSideBySideWithAnotherHome() throws SQLException {
        EmbeddedServers first = EmbeddedServers.sharedForTests();
        try (EmbeddedServers second = EmbeddedServers.start(home, PROGRAMS, EmbeddedPorts.FREE)) {
            assertThat(second.databasePort()).isNotEqualTo(first.databasePort());
            assertThat(second.redisPort()).isNotEqualTo(first.redisPort());
            assertThat(one(second, second.jdbcUrl("beside"), "select 1")).isEqualTo("1");
            assertThat(one(first, first.jdbcUrl("beside"), "select 1")).isEqualTo("1");
            assertThatThrownBy(() -> EmbeddedServers.start(home, PROGRAMS, EmbeddedPorts.FREE))
                    .isInstanceOf(EmbeddedServersFailed.class)
                    .hasMessageContaining("GRIDBELL_HOME");
        }
    }

    @Test
    void saysWhichPortSomebodyElseHolds() throws IOException {
        try (ServerSocket somebodyElse = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = somebodyElse.getLocalPort();
            assertThatThrownBy(() -> EmbeddedServers.start(home, PROGRAMS, new EmbeddedPorts(port, 0)))
                    .isInstanceOf(EmbeddedServersFailed.class)
                    .hasMessageContaining("端口 " + port);
            assertThatThrownBy(() -> EmbeddedServers.start(home, PROGRAMS, new EmbeddedPorts(0, port)))
                    .isInstanceOf(EmbeddedServersFailed.class)
                    .hasMessageContaining("Redis");
        }
    }

    @Test
    void startsOverWhereMakingTheTablesWasInterrupted() throws IOException, SQLException {
        Path half = Files.createDirectories(home.resolve("mariadb").resolve("data.new"));
        Files.writeString(half.resolve("ibdata1"), "half");

        try (EmbeddedServers servers = EmbeddedServers.start(home, PROGRAMS, EmbeddedPorts.FREE)) {
            assertThat(one(servers, servers.jdbcUrl("whole"), "select 1")).isEqualTo("1");
            assertThat(half).doesNotExist();
        }
    }

    @Test
    void keepsPasswordsForTheOwnerOnly() throws IOException {
        String secret = KeptSecret.in(home.resolve("password"));

        assertThat(secret).matches("[0-9a-f]{48}");
        assertThat(KeptSecret.in(home.resolve("password"))).isEqualTo(secret);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("password"))))
                .isEqualTo("rw-------");
    }

    @Test
    void answersNothingWhilePausedAndGoesOnAfterwards() throws SQLException {
        try (EmbeddedServers servers = EmbeddedServers.start(home, PROGRAMS, EmbeddedPorts.FREE)) {
            String impatient = servers.jdbcUrl("paused").replace("socketTimeout=30000", "socketTimeout=400");
            servers.pauseDatabase();
            assertThatThrownBy(() -> one(servers, impatient, "select 1")).isInstanceOf(SQLException.class);
            servers.resumeDatabase();
            servers.pauseRedis();
            assertThat(one(servers, servers.jdbcUrl("paused"), "select 1")).isEqualTo("1");
        }
        assertThat(ServerProcess.waitUntil(() -> !Files.exists(home.resolve("redis/pid")), Duration.ofSeconds(1)))
                .isTrue();
    }

    private static String one(EmbeddedServers servers, String url, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(url, servers.databaseUser(), servers.databasePassword());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    private static void execute(EmbeddedServers servers, String url, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(url, servers.databaseUser(), servers.databasePassword());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
