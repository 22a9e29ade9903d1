package dev.gridbell.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A Redis Cluster of this process's own, on 127.0.0.1 only: masters that share the slots, each with replicas of its own. Single ones can be
 * killed and started again. Only on Linux x86-64; for tests and benches. Not for several threads at once.
 */
public final class EmbeddedRedisCluster implements AutoCloseable {

    private static final int SLOTS = 16_384;
    private static final int SOCKET_MILLIS = 1_000;
    private static final int BUS = 10_000;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Path home;
    private final Path program;
    private final String password;
    private final List<Node> nodes = new ArrayList<>();

    private static final class Node {
        final Path folder;
        final int port;

        @Nullable
        ServerProcess process;

        Node(Path folder, int port) {
            this.folder = folder;
            this.port = port;
        }
    }

    private EmbeddedRedisCluster(Path home, Path program) throws IOException {
        this.home = home;
        this.program = program;
        Folders.makePrivate(home);
        this.password = KeptSecret.in(home.resolve("password"));
    }

    /**
     * Starts all of them; returns when the cluster is whole.
     *
     * @param home     a folder for this cluster alone; made
     * @param programs where unpacked programs are kept, as in {@link EmbeddedServers#start(Path, Path, EmbeddedPorts)}
     * @param masters  at least 3
     * @param replicas of each master, 0 or more
     * @throws EmbeddedServersFailed if one does not start, or they do not find each other
     */
    public static EmbeddedRedisCluster start(Path home, Path programs, int masters, int replicas) {
        Platform.here().requireSupported();
        EmbeddedRedisCluster cluster;
        try {
            cluster = new EmbeddedRedisCluster(home.toAbsolutePath().normalize(), new Binaries(programs).redis());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            for (int i = 0; i < masters * (1 + replicas); i++) {
                cluster.add(i);
            }
            cluster.join(masters);
            return cluster;
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    /** {@code redis://default:<password>@127.0.0.1:<port>,127.0.0.1:<port>…}: all of them. */
    public String uri() {
        return nodes.stream()
                .map(node -> "127.0.0.1:" + node.port)
                .collect(Collectors.joining(",", "redis://default:" + password + "@", ""));
    }

    /** The numbers, from 0, of those that live and are masters now. */
    public List<Integer> masters() {
        return IntStream.range(0, nodes.size())
                .filter(i -> says(nodes.get(i), "ROLE", lines -> lines.contains("master")))
                .boxed()
                .toList();
    }

    /** {@code kill -9}; returns when it is gone. */
    public void kill(int number) {
        ServerProcess process = nodes.get(number).process;
        if (process == null || !process.isAlive()) {
            throw new IllegalStateException("Redis " + number + " is not running");
        }
        process.kill();
    }

    /** Starts one again on its port; returns when it answers. */
    public void start(int number) {
        Node node = nodes.get(number);
        ServerProcess started =
                ServerProcess.start("Redis", List.of(program.toString(), node.folder + "/redis.conf"), node.folder);
        node.process = started;
        started.awaitReady(
                () -> says(node, "INFO server", lines -> lines.contains("process_id:" + started.pid())), PATIENCE);
    }

    /** Whether all slots are served, as every living one sees it. */
    public boolean isWhole() {
        return nodes.stream()
                .filter(node -> node.process != null && node.process.isAlive())
                .allMatch(node -> says(node, "CLUSTER INFO", lines -> lines.contains("cluster_state:ok")));
    }

    @Override
    public void close() {
        nodes.stream().map(node -> node.process).forEach(process -> {
            if (process != null) {
                process.stop();
            }
        });
    }

    private void add(int number) {
        Node node = new Node(home.resolve("redis-" + number), freePort());
        nodes.add(node);
        try {
            Folders.makePrivate(node.folder);
            KeptSecret.writeForOwner(
                    node.folder.resolve("redis.conf"), """
                    bind 127.0.0.1
                    port %1$d
                    set-proc-title no
                    requirepass %2$s
                    masterauth %2$s
                    dir "%3$s"
                    daemonize no
                    appendonly yes
                    save ""
                    maxmemory 64mb
                    maxmemory-policy noeviction
                    cluster-enabled yes
                    cluster-config-file nodes.conf
                    cluster-node-timeout 2000
                    cluster-require-full-coverage no
                    """.formatted(node.port, password, node.folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(number);
    }

    private void join(int masters) {
        for (int i = 0; i < nodes.size(); i++) {
            ask(nodes.get(i), "CLUSTER SET-CONFIG-EPOCH " + (i + 1));
            if (i < masters) {
                String slots = IntStream.range(SLOTS * i / masters, SLOTS * (i + 1) / masters)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(" "));
                ask(nodes.get(i), "CLUSTER ADDSLOTS " + slots);
            }
            if (i > 0) {
                ask(nodes.get(i), "CLUSTER MEET 127.0.0.1 " + nodes.get(0).port);
            }
        }
        String all = "cluster_known_nodes:" + nodes.size();
        await("see each other", () -> nodes.stream()
                .allMatch(node -> says(node, "CLUSTER INFO", lines -> lines.contains(all))));
        for (int i = masters; i < nodes.size(); i++) {
            String id = ask(nodes.get(i % masters), "CLUSTER MYID").stream()
                    .filter(line -> line.matches("[0-9a-f]{40}"))
                    .findFirst()
                    .orElseThrow();
            ask(nodes.get(i), "CLUSTER REPLICATE " + id);
        }
        for (Node replica : nodes.subList(masters, nodes.size())) {
            await("copy", () -> says(replica, "INFO replication", lines -> lines.contains("master_link_status:up")));
        }
        await("share the slots", this::isWhole);
    }

    private static void await(String what, java.util.function.BooleanSupplier happened) {
        if (!ServerProcess.waitUntil(happened, PATIENCE)) {
            throw new EmbeddedServersFailed(
                    "Redis 集群没有在限定时间内组成。", "The Redis processes did not " + what + " within " + PATIENCE);
        }
    }

    private boolean says(Node node, String command, Predicate<List<String>> expected) {
        try {
            return expected.test(ask(node, command));
        } catch (UncheckedIOException notThere) {
            return false;
        }
    }

    private List<String> ask(Node node, String command) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), node.port), SOCKET_MILLIS);
            socket.setSoTimeout(SOCKET_MILLIS);
            socket.getOutputStream()
                    .write(("AUTH " + password + "\r\n" + command + "\r\nQUIT\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            return answer.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One whose bus, ten thousand higher, is free as well. */
    private static int freePort() {
        for (int tries = 0; ; tries++) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 30_000);
            try {
                Ports.claim("Redis", port + BUS);
                return Ports.claim("Redis", port);
            } catch (EmbeddedServersFailed taken) {
                if (tries == 100) {
                    throw taken;
                }
            }
        }
    }
}
