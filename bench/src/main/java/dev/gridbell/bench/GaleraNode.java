package dev.gridbell.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One node of a Galera cluster in a process of its own, from Debian's packages, with small buffers and settings that lose nothing. */
final class GaleraNode {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Pattern RECOVERED = Pattern.compile("Recovered position: ?([0-9a-f-]{36}:-?\\d+)\\R");

    /**
     * What all nodes share.
     *
     * @param root     of the unpacked packages
     * @param rsync    of that one, which has to be found after our own
     * @param address  {@code gcomm://…} with all of them
     * @param password of the one account
     */
    record Cluster(Path root, Path rsync, String address, String password) {}

    /** Of this machine: for clients, for the other nodes, for what it missed (IST), for everything (SST). */
    record Ports(int sql, int group, int ist, int sst) {}

    private final String name;
    private final Cluster cluster;
    private final Ports ports;
    private final Path folder;
    private final Path data;
    private @Nullable Process process;

    GaleraNode(int number, Cluster cluster, Ports ports, Path home) throws IOException {
        this.name = "n" + number;
        this.cluster = cluster;
        this.ports = ports;
        this.folder = Files.createDirectories(home.resolve(name));
        this.data = folder.resolve("data");
        Files.createDirectories(folder.resolve("tmp"));
        Files.writeString(folder.resolve("accounts.sql"), accounts());
        Files.writeString(folder.resolve("my.cnf"), settings());
        wrapRsync();
    }

    /** Started by root, the daemon that takes what a node is given would be nobody, who may write nothing. */
    private void wrapRsync() throws IOException {
        Path wrapper = Files.createDirectories(folder.resolve("bin")).resolve("rsync");
        boolean root = System.getProperty("user.name").equals("root");
        Files.writeString(wrapper, """
                #!/bin/sh
                case "$*" in
                  *--daemon*) exec %1$s/usr/bin/rsync "$@" %2$s ;;
                  *) exec %1$s/usr/bin/rsync "$@" ;;
                esac
                """.formatted(cluster.rsync(), root ? "--dparam=uid=0 --dparam=gid=0" : ""));
        if (!wrapper.toFile().setExecutable(true)) {
            throw new IOException(wrapper + " cannot be made a program");
        }
    }

    int port() {
        return ports.sql();
    }

    /** Makes the system tables; only of the first node, the others are given everything. */
    void makeTables() throws IOException, InterruptedException {
        Process install = begin(
                "install.log",
                cluster.root() + "/usr/bin/mariadb-install-db",
                "--no-defaults",
                "--basedir=" + cluster.root() + "/usr",
                "--datadir=" + data,
                "--auth-root-authentication-method=normal",
                "--skip-name-resolve",
                "--skip-test-db",
                "--innodb-buffer-pool-size=32M",
                "--user=" + System.getProperty("user.name"));
        if (install.waitFor() != 0) {
            throw new IllegalStateException("the tables of " + name + " could not be made; see " + folder);
        }
    }

    /**
     * Starts it and waits until it has what the others have.
     *
     * @param first whether it begins the cluster
     * @return how long that took
     */
    Duration start(boolean first) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        List<String> command = new ArrayList<>(List.of(program(), "--defaults-file=" + folder.resolve("my.cnf")));
        if (first) {
            command.addAll(List.of("--wsrep-new-cluster", "--init-file=" + folder.resolve("accounts.sql")));
        } else if (Files.exists(data.resolve("grastate.dat"))) {
            command.add("--wsrep-start-position=" + recovered());
        }
        Files.createDirectories(data);
        Process started = begin("console.log", command.toArray(String[]::new));
        process = started;
        while (!synced()) {
            if (!started.isAlive() || System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new IllegalStateException(
                        "database node " + name + " did not come; see " + folder.resolve("error.log"));
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /**
     * After {@code kill -9} only InnoDB knows how far the node was. Whoever asks it is ended as soon as it has said so: with index entries over virtual
     * columns left to purge, this MariaDB does not end by itself (it cannot open the table in this mode and tries for ever).
     */
    private String recovered() throws IOException, InterruptedException {
        Path log = folder.resolve("recover.log");
        Files.deleteIfExists(log);
        Files.createFile(log);
        long begun = System.nanoTime();
        Process asked = begin(
                "console.log",
                program(),
                "--defaults-file=" + folder.resolve("my.cnf"),
                "--wsrep-recover",
                "--log-error=" + log);
        try {
            while (true) {
                boolean ended = !asked.isAlive();
                Matcher found = RECOVERED.matcher(Files.readString(log));
                if (found.find()) {
                    return found.group(1);
                }
                if (ended || System.nanoTime() - begun > PATIENCE.toNanos()) {
                    throw new IllegalStateException("where " + name + " was is not to be found; see " + log);
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        } finally {
            asked.destroyForcibly().waitFor();
        }
    }

    /** {@code kill -9} of the process this object started. */
    void kill() throws InterruptedException {
        Objects.requireNonNull(process, "not started").destroyForcibly().waitFor();
    }

    /** Its disk is gone: it will be given everything anew. */
    void loseEverything() throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    void stop() throws InterruptedException {
        Process running = process;
        if (running != null) {
            running.destroy();
            if (!running.waitFor(60, TimeUnit.SECONDS)) {
                running.destroyForcibly().waitFor();
            }
        }
    }

    boolean isAlive() {
        Process running = process;
        return running != null && running.isAlive();
    }

    /** Whether it came back by what it had missed alone; else it was given everything. */
    boolean cameByWhatItMissed() throws IOException {
        String log = Files.readString(folder.resolve("error.log"));
        int started = log.lastIndexOf("Start replication");
        return log.indexOf("SST completed on joiner", Math.max(0, started)) < 0;
    }

    private boolean synced() {
        try {
            return "Synced".equals(status("wsrep_local_state_comment")) && "ON".equals(status("wsrep_ready"));
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** One of its counters, as it says it. */
    String status(String variable) throws SQLException {
        try (Connection connection = connect("");
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("SHOW GLOBAL STATUS LIKE '" + variable + "'")) {
            return row.next() ? row.getString(2) : "";
        }
    }

    /** To this node and no other. */
    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:mysql://127.0.0.1:" + ports.sql() + "/" + database
                        + "?sslMode=DISABLED&allowPublicKeyRetrieval=true&connectTimeout=1000&socketTimeout=60000"
                        + "&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true",
                Galera.USER,
                cluster.password());
    }

    private String program() {
        return cluster.root() + "/usr/sbin/mariadbd";
    }

    private Process begin(String log, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve(log).toFile()));
        String root = cluster.root().toString();
        String path = builder.environment().getOrDefault("PATH", "/usr/bin:/bin");
        builder.environment()
                .put(
                        "PATH",
                        folder + "/bin:" + path + ":/usr/sbin:/sbin:" + root + "/usr/bin:" + root + "/bin:" + root
                                + "/usr/sbin");
        builder.environment()
                .put(
                        "LD_LIBRARY_PATH",
                        root + "/usr/lib/x86_64-linux-gnu:" + root + "/lib/x86_64-linux-gnu:" + cluster.rsync()
                                + "/usr/lib/x86_64-linux-gnu");
        return builder.start();
    }

    private String accounts() {
        String account = "'" + Galera.USER + "'@'127.0.0.1'";
        return """
                CREATE USER IF NOT EXISTS %1$s IDENTIFIED BY '%2$s';
                GRANT ALL PRIVILEGES ON *.* TO %1$s WITH GRANT OPTION;
                CREATE DATABASE IF NOT EXISTS gridbell CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
                """.formatted(account, cluster.password());
    }

    private String settings() {
        return """
                [mariadbd]
                basedir=%1$s/usr
                lc-messages-dir=%1$s/usr/share/mysql
                plugin-dir=%1$s/usr/lib/mysql/plugin
                datadir=%2$s/data
                tmpdir=%2$s/tmp
                log-error=%2$s/error.log
                pid-file=%2$s/mariadbd.pid
                user=%3$s
                port=%4$d
                bind-address=127.0.0.1
                socket=
                skip-ssl
                skip-name-resolve
                character-set-server=utf8mb4
                collation-server=utf8mb4_unicode_ci
                default-time-zone=+00:00
                sql-mode=ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,\
                ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION
                transaction-isolation=READ-COMMITTED
                # The driver takes a 10.x for a MySQL that knows no microseconds.
                version=5.7.10-10.11.18-MariaDB
                max-connections=300
                innodb-snapshot-isolation=ON
                innodb-flush-log-at-trx-commit=1
                innodb-buffer-pool-size=96M
                innodb-log-file-size=48M
                innodb-autoinc-lock-mode=2
                binlog-format=ROW
                wsrep-on=ON
                wsrep-provider=%1$s/usr/lib/galera/libgalera_smm.so
                wsrep-cluster-name=gridbell
                wsrep-cluster-address=%5$s
                wsrep-node-name=%6$s
                wsrep-node-address=127.0.0.1:%7$d
                wsrep-sst-method=rsync
                wsrep-sst-receive-address=127.0.0.1:%9$d
                wsrep-slave-threads=8
                wsrep-provider-options="base_host=127.0.0.1;base_port=%7$d;gmcast.listen_addr=tcp://127.0.0.1:%7$d;\
                ist.recv_addr=127.0.0.1:%8$d;gcache.size=64M;gcache.recover=yes"
                """.formatted(
                        cluster.root(),
                        folder,
                        System.getProperty("user.name"),
                        ports.sql(),
                        cluster.address(),
                        name,
                        ports.group(),
                        ports.ist(),
                        ports.sst());
    }
}
