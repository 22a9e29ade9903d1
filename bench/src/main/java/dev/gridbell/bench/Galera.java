package dev.gridbell.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** A cluster of MariaDB nodes on this machine, each of which may be killed. */
final class Galera implements AutoCloseable {

    private static final int OF_WHO_LOOKS = 3;
    static final String USER = "gridbell";

    /** Without what every Debian has. */
    private static final List<String> PACKAGES = List.of(
            "mariadb-server-core",
            "mariadb-server",
            "mariadb-client-core",
            "galera-4",
            "lsof",
            "procps",
            "libaio1",
            "liburing2",
            "libnuma1",
            "libssl3",
            "libpcre2-8-0",
            "libtirpc3",
            "libproc2-0");

    private final String password;
    private final List<GaleraNode> nodes = new ArrayList<>();

    private Galera(Path home, int size) throws IOException, InterruptedException {
        this.password = UUID.randomUUID().toString();
        List<GaleraNode.Ports> ports = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            ports.add(new GaleraNode.Ports(freePort(), freePort(), freePort(), freePort()));
        }
        String address = ports.stream()
                .map(each -> "127.0.0.1:" + each.group())
                .collect(Collectors.joining(",", "gcomm://", ""));
        GaleraNode.Cluster cluster = new GaleraNode.Cluster(
                DebianPackages.unpacked("galera-10.11", PACKAGES),
                DebianPackages.unpacked("rsync", List.of("rsync", "libpopt0", "libxxhash0")),
                address,
                password);
        for (int i = 0; i < size; i++) {
            nodes.add(new GaleraNode(i + 1, cluster, ports.get(i), home));
        }
    }

    /** Starts them one after the other; the first begins the cluster and gives the others what it has. */
    static Galera start(Path home, int size) throws IOException, InterruptedException {
        Galera galera = new Galera(home, size);
        try {
            galera.nodes.get(0).makeTables();
            for (int i = 0; i < size; i++) {
                System.out.printf(
                        "database node %d is there after %.1f s%n",
                        i + 1, galera.nodes.get(i).start(i == 0).toMillis() / 1000.0);
            }
            return galera;
        } catch (IOException | InterruptedException | RuntimeException e) {
            galera.close();
            throw e;
        }
    }

    List<GaleraNode> nodes() {
        return nodes;
    }

    String password() {
        return password;
    }

    /**
     * What a server puts into {@code spring.datasource.url}: docs/operations.md, "Database cluster".
     *
     * @param driver {@code failover}: the first node that is there, the same for all servers; {@code apart}: the same, and each server begins with
     *     another node; {@code loadbalance}: another one for each transaction
     * @param server the first is 0
     */
    String url(String driver, int server) {
        List<String> hosts =
                nodes.stream().map(node -> "127.0.0.1:" + node.port()).collect(Collectors.toCollection(ArrayList::new));
        String common = "/gridbell?connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true&preserveInstants=true"
                + "&sslMode=DISABLED&allowPublicKeyRetrieval=true&connectTimeout=2000&socketTimeout=30000&tcpKeepAlive=true";
        String failover =
                "&failOverReadOnly=false&secondsBeforeRetrySource=0&queriesBeforeRetrySource=0&retriesAllDown=4";
        String causal = "&sessionVariables=wsrep_sync_wait=7,innodb_lock_wait_timeout=5,max_statement_time=20";
        return switch (driver) {
            case "failover" -> "jdbc:mysql://" + String.join(",", hosts) + common + failover;
            case "apart" -> {
                Collections.rotate(hosts, -server);
                yield "jdbc:mysql://" + String.join(",", hosts) + common + failover + causal;
            }
            case "loadbalance" ->
                "jdbc:mysql:loadbalance://" + String.join(",", hosts) + common
                        + "&loadBalanceBlocklistTimeout=5000&retriesAllDown=4" + causal;
            default -> throw new IllegalArgumentException("driver=failover, apart or loadbalance, got " + driver);
        };
    }

    /** How many nodes servers are connected to; whoever looks has a connection or two of its own. */
    int used() throws SQLException {
        int used = 0;
        for (GaleraNode node : nodes) {
            try (Connection connection = node.connect("gridbell");
                    Statement sql = connection.createStatement();
                    ResultSet row = sql.executeQuery(
                            "SELECT COUNT(*) FROM information_schema.processlist WHERE user = '" + USER + "'")) {
                row.next();
                used += row.getInt(1) > OF_WHO_LOOKS ? 1 : 0;
            }
        }
        return used;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        for (GaleraNode node : nodes) {
            node.stop();
        }
    }
}
