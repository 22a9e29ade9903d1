package dev.gridbell.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A MariaDB and a Redis of this process's own, on 127.0.0.1 only, with their data in one folder. Started again on the same
 * folder they hold what they held, also after a {@code kill -9} of them or of this JVM.
 *
 * <p>Only on Linux x86-64. All methods may be called from any thread, but those that stop and start a server not at once.
 */
public final class EmbeddedServers implements AutoCloseable {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final Pattern PREFIX = Pattern.compile("[a-z][a-z0-9_]{0,39}");
    private static final AtomicInteger FRESH = new AtomicInteger();

    private final HomeLock lock;
    private final MariaDb database;
    private final Redis redis;

    private EmbeddedServers(HomeLock lock, MariaDb database, Redis redis) {
        this.lock = lock;
        this.database = database;
        this.redis = redis;
    }

    /**
     * Starts both, with their programs unpacked under {@code home/servers}.
     *
     * @param home the folder that keeps everything; made if it is not there; taken for this process alone
     * @throws EmbeddedServersFailed on another platform, on a port or a folder in use, or if a server does not start
     */
    public static EmbeddedServers start(Path home, EmbeddedPorts ports) {
        return start(home, home.resolve("servers"), ports);
    }

    /** As above, with the unpacked programs (about 340 MB) in a folder that several homes share. */
    public static EmbeddedServers start(Path home, Path programs, EmbeddedPorts ports) {
        Platform.here().requireSupported();
        Path absolute = home.toAbsolutePath().normalize();
        HomeLock lock;
        try {
            Folders.makePrivate(absolute);
            lock = HomeLock.take(absolute);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return start(absolute, programs, ports, lock);
    }

    /**
     * The servers that all tests of this JVM share: free ports, data under the module's {@code target}, as safe as any
     * other, no database from an earlier run left. Stopped when the JVM ends, after Spring's contexts.
     */
    public static EmbeddedServers sharedForTests() {
        return SharedForTests.servers();
    }

    /**
     * The JDBC URL of a database on this server, which is made (utf8mb4) if it is not there. Timestamps travel as UTC.
     *
     * @param name lower-case ASCII letters, digits and underscores, at most 63, a letter first
     */
    public String jdbcUrl(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a database name: " + name);
        }
        database.execute(
                "create database if not exists `" + name + "` character set utf8mb4 collate utf8mb4_unicode_ci");
        return database.url(name);
    }

    /**
     * A new, empty database, for a test that wants one to itself.
     *
     * @param prefix what its name begins with, at most 40 characters as in {@link #jdbcUrl}
     * @return its name, for {@link #jdbcUrl}
     */
    public String freshDatabase(String prefix) {
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException("not a prefix of a database name: " + prefix);
        }
        String name = prefix + "_" + FRESH.incrementAndGet();
        database.execute("drop database if exists `" + name + "`");
        jdbcUrl(name);
        return name;
    }

    public String databaseUser() {
        return MariaDb.USER;
    }

    public String databasePassword() {
        return database.password();
    }

    public int databasePort() {
        return database.port();
    }

    /** With its password, as {@code redis://default:<password>@127.0.0.1:<port>}. */
    public String redisUri() {
        return redis.uri();
    }

    public int redisPort() {
        return redis.port();
    }

    /** {@code kill -9} of the database; returns when it is gone. */
    public void killDatabase() {
        running(database.process(), "MariaDB").kill();
    }

    /** Starts the database again on its port; returns when it answers. Does nothing if it runs. */
    public void startDatabase() {
        if (!isRunning(database.process())) {
            database.start();
        }
    }

    /** Stops the database in its tracks ({@code SIGSTOP}): connections stay open and nothing is answered. */
    public void pauseDatabase() {
        running(database.process(), "MariaDB").pause();
    }

    public void resumeDatabase() {
        running(database.process(), "MariaDB").resume();
    }

    /** {@code kill -9} of Redis; returns when it is gone. */
    public void killRedis() {
        running(redis.process(), "Redis").kill();
    }

    /** Starts Redis again on its port; returns when it answers. Does nothing if it runs. */
    public void startRedis() {
        if (!isRunning(redis.process())) {
            redis.start();
        }
    }

    /** Stops Redis in its tracks ({@code SIGSTOP}): connections stay open and nothing is answered. */
    public void pauseRedis() {
        running(redis.process(), "Redis").pause();
    }

    public void resumeRedis() {
        running(redis.process(), "Redis").resume();
    }

    /** Stops both cleanly and lets go of the folder. */
    @Override
    public void close() {
        try (lock) {
            stop(redis.process());
            stop(database.process());
        }
    }

    static EmbeddedServers start(Path home, Path programs, EmbeddedPorts ports, HomeLock lock) {
        MariaDb database = null;
        Redis redis = null;
        try {
            Binaries binaries = new Binaries(programs);
            ServerProcess.stopOrphan(MariaDb.PROGRAM, home.resolve("mariadb"));
            ServerProcess.stopOrphan(Redis.PROGRAM, home.resolve("redis"));
            int databasePort = Ports.claim("MariaDB", ports.database());
            database = new MariaDb(home.resolve("mariadb"), binaries.mariaDb(), databasePort);
            redis = new Redis(home.resolve("redis"), binaries.redis(), Ports.claim("Redis", ports.redis()));
            redis.start();
            database.start();
            return new EmbeddedServers(lock, database, redis);
        } catch (IOException | RuntimeException e) {
            stop(redis == null ? null : redis.process());
            stop(database == null ? null : database.process());
            lock.close();
            throw e instanceof RuntimeException failure ? failure : new IllegalStateException(e);
        }
    }

    /** Only the tests' servers: takes away every database but the server's own. */
    void dropAllDatabases() {
        List<String> names = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select schema_name from information_schema.schemata where"
                        + " schema_name not in ('information_schema', 'mysql', 'performance_schema', 'sys')")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        names.forEach(name -> database.execute("drop database `" + name + "`"));
    }

    private static ServerProcess running(@Nullable ServerProcess process, String name) {
        if (process == null || !process.isAlive()) {
            throw new IllegalStateException(name + " is not running");
        }
        return process;
    }

    private static boolean isRunning(@Nullable ServerProcess process) {
        return process != null && process.isAlive();
    }

    private static void stop(@Nullable ServerProcess process) {
        if (process != null) {
            process.stop();
        }
    }

    /** Made by the first test that asks. */
    private static final class SharedForTests {

        private static final Duration CONTEXTS_PATIENCE = Duration.ofSeconds(30);
        private static final EmbeddedServers SERVERS = begin();

        static EmbeddedServers servers() {
            return SERVERS;
        }

        private static EmbeddedServers begin() {
            Platform.here().requireSupported();
            Path repository = repository();
            for (int copy = 1; ; copy++) {
                Path home = Path.of("target", "embedded" + (copy == 1 ? "" : "-" + copy))
                        .toAbsolutePath();
                try {
                    Folders.makePrivate(home);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                HomeLock lock = HomeLock.tryTake(home);
                if (lock != null) {
                    Path programs = repository.resolve(".gridbell").resolve("servers");
                    EmbeddedServers servers = start(home, programs, EmbeddedPorts.FREE, lock);
                    servers.dropAllDatabases();
                    Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAfterContexts(servers), "stop-servers"));
                    return servers;
                }
            }
        }

        /** Hooks of a JVM run at once; contexts that still use the database go first. */
        private static void stopAfterContexts(EmbeddedServers servers) {
            Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().equals("SpringApplicationShutdownHook"))
                    .forEach(hook -> ServerProcess.waitUntil(() -> !hook.isAlive(), CONTEXTS_PATIENCE));
            servers.close();
        }

        private static Path repository() {
            Path here = Path.of("").toAbsolutePath();
            for (Path folder = here; folder != null; folder = folder.getParent()) {
                if (Files.isDirectory(folder.resolve(".mvn"))) {
                    return folder;
                }
            }
            return here;
        }
    }
}
