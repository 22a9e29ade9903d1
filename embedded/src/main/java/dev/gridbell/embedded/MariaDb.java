package dev.gridbell.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** MariaDB in one folder: its tables made once, started with settings that lose nothing, reached with one made-up account. */
final class MariaDb {

    static final String USER = "gridbell";
    static final String PROGRAM = "mariadbd";

    private static final Duration START_PATIENCE = Duration.ofMinutes(3);

    private final Path folder;
    private final Path data;
    private final Path temporary;
    private final Path programs;
    private final int port;
    private final String password;
    private @Nullable ServerProcess process;

    MariaDb(Path folder, Path programs, int port) throws IOException {
        this.folder = folder;
        this.data = folder.resolve("data");
        this.programs = programs;
        this.port = port;
        Folders.makePrivate(folder);
        // Of its own: in /tmp, databases of containers that share it take each other's temporary tables for theirs.
        this.temporary = folder.resolve("tmp");
        Folders.makePrivate(temporary);
        this.password = KeptSecret.in(folder.resolve("password"));
    }

    void start() {
        Path firstStatements = folder.resolve("first-statements.sql");
        try {
            if (!Files.exists(data)) {
                makeTables();
            }
            KeptSecret.writeForOwner(firstStatements, accounts());
            Files.writeString(folder.resolve("my.cnf"), settings(firstStatements));
            ServerProcess started = ServerProcess.start(
                    "MariaDB", List.of(program(), "--defaults-file=" + folder.resolve("my.cnf")), folder);
            process = started;
            started.awaitReady(this::answers, START_PATIENCE);
            Files.deleteIfExists(firstStatements);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    String password() {
        return password;
    }

    String url(String database) {
        return "jdbc:mysql://127.0.0.1:" + port + "/" + database
                + "?connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true&preserveInstants=true"
                + "&characterEncoding=UTF-8&connectionCollation=utf8mb4_unicode_ci"
                + "&rewriteBatchedStatements=true&useServerPrepStmts=true&cachePrepStmts=true"
                + "&prepStmtCacheSize=250&prepStmtCacheSqlLimit=4096"
                + "&connectTimeout=3000&socketTimeout=30000&tcpKeepAlive=true"
                + "&sslMode=DISABLED&allowPublicKeyRetrieval=true";
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url(""), USER, password);
    }

    void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("the embedded database refused a statement", e);
        }
    }

    @Nullable
    ServerProcess process() {
        return process;
    }

    /** Makes the system tables beside the data folder and moves them there whole: a half-made folder is never taken for data. */
    private void makeTables() throws IOException {
        Path next = folder.resolve("data.new");
        Folders.delete(next);
        List<String> command = new ArrayList<>(List.of(
                programs.resolve("scripts/mariadb-install-db").toString(),
                "--no-defaults",
                "--basedir=" + programs,
                "--datadir=" + next,
                "--tmpdir=" + temporary,
                "--auth-root-authentication-method=normal",
                "--skip-name-resolve",
                "--skip-test-db",
                "--skip-ssl",
                "--innodb-buffer-pool-size=32M"));
        if (isRoot()) {
            command.add("--user=root");
        }
        ServerProcess install = ServerProcess.start("mariadb-install-db", command, folder);
        if (!ServerProcess.waitUntil(() -> !install.isAlive(), START_PATIENCE)) {
            install.kill();
        }
        if (!Files.isDirectory(next.resolve("mysql")) || !install.succeeded()) {
            throw new EmbeddedServersFailed(
                    "数据库初始化失败，日志在 " + folder.resolve("console.log"),
                    "The database's tables could not be made; see " + folder.resolve("console.log"));
        }
        Files.move(next, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /** One statement a line, run by the server before it listens. The install script makes roots without a password. */
    private String accounts() {
        String account = "'" + USER + "'@'127.0.0.1'";
        return """
                DROP USER IF EXISTS 'root'@'127.0.0.1', 'root'@'::1', ''@'localhost';
                ALTER USER 'root'@'localhost' IDENTIFIED BY '%2$s';
                CREATE USER IF NOT EXISTS %1$s IDENTIFIED BY '%2$s';
                ALTER USER %1$s IDENTIFIED BY '%2$s';
                GRANT ALL PRIVILEGES ON *.* TO %1$s WITH GRANT OPTION;
                """.formatted(account, password);
    }

    /**
     * Nothing here trades safety for speed. {@code skip-ssl}: 11.4 makes a TLS key at every start, 6 to 12 s of CPU. The
     * socket file is off because a deep folder's name does not fit into the 108 bytes a socket's name may have.
     */
    private String settings(Path firstStatements) {
        return """
                [mariadbd]
                basedir=%s
                datadir=%s
                tmpdir=%s
                lc-messages-dir=%s/share
                plugin-dir=%s
                init-file=%s
                log-error=%s
                pid-file=%s
                port=%d
                bind-address=127.0.0.1
                socket=
                skip-ssl
                skip-name-resolve
                %s
                character-set-server=utf8mb4
                collation-server=utf8mb4_unicode_ci
                default-time-zone=+00:00
                sql-mode=ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,\
                ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION
                transaction-isolation=READ-COMMITTED
                innodb-snapshot-isolation=ON
                innodb-flush-log-at-trx-commit=1
                innodb-doublewrite=ON
                innodb-buffer-pool-size=256M
                innodb-print-all-deadlocks=OFF
                innodb-lock-wait-timeout=10
                max-connections=300
                max-allowed-packet=64M
                """.formatted(
                        programs,
                        data,
                        temporary,
                        programs,
                        programs,
                        firstStatements,
                        folder.resolve("error.log"),
                        folder.resolve("mariadbd.pid"),
                        port,
                        isRoot() ? "user=root" : "");
    }

    private boolean answers() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select @@datadir")) {
            return row.next() && Path.of(row.getString(1)).equals(data);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private String program() {
        return programs.resolve("bin").resolve(PROGRAM).toString();
    }

    private static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
