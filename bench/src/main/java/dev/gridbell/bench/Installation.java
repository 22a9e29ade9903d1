package dev.gridbell.bench;

import dev.gridbell.embedded.EmbeddedPorts;
import dev.gridbell.embedded.EmbeddedServers;
import dev.gridbell.sandbox.SandboxSettings;
import dev.gridbell.sandbox.WechatSandbox;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A whole installation for one run: database, Redis and WeChat sandbox beside this process, each server a process of its own that can be
 * killed. Everything lies in a new folder under {@code target}; nothing else is touched.
 */
final class Installation implements AutoCloseable {

    private static final String DATABASE = "gridbell";

    private static final String ELSEWHERE = "spring.datasource.";

    private final Path home;
    private final Map<String, String> wanted;
    private final EmbeddedServers servers;
    private final WechatSandbox sandbox;
    private final @Nullable Wire wechatWire;
    private final @Nullable Wire databaseWire;
    private final @Nullable Wire redisWire;
    private final Wire front;
    private final List<ServerNode> nodes = new ArrayList<>();

    private Installation(Path home, Blueprint plan, IntFunction<Map<String, String>> own) throws IOException {
        this.home = home;
        this.wanted = plan.settings();
        this.servers =
                EmbeddedServers.start(home, Path.of(".gridbell/servers").toAbsolutePath(), new EmbeddedPorts(0, 0));
        this.sandbox = WechatSandbox.start(SandboxSettings.local().withPort(0).withLedgerSize(plan.ledgerSize()));
        this.wechatWire = plan.wires() ? new Wire(sandbox.port()) : null;
        this.databaseWire = plan.wires() ? new Wire(servers.databasePort()) : null;
        this.redisWire = plan.wires() ? new Wire(servers.redisPort()) : null;
        for (int i = 0; i < plan.nodes(); i++) {
            int port = freePort();
            List<String> command = command(port, plan.with(own.apply(i)).settings());
            nodes.add(new ServerNode(port, command, home.resolve("server-" + (i + 1) + ".log")));
        }
        this.front = new Wire(nodes.stream().mapToInt(ServerNode::port).toArray());
        String callbacks = plan.nodes() == 1 ? base() : "http://127.0.0.1:" + front.port();
        sandbox.pushTo(
                URI.create(callbacks + "/wechat/official-account/" + SandboxSettings.OFFICIAL_ACCOUNT_APP_ID),
                URI.create(callbacks + "/wechat/mini-program/" + SandboxSettings.MINI_PROGRAM_APP_ID));
    }

    /**
     * Prepares one server.
     *
     * @param more settings of the server beside the usual ones
     */
    static Installation prepare(Map<String, String> more) throws IOException {
        return prepare(Blueprint.of(1).with(more));
    }

    /** Prepares one server on what an earlier run left in its folder. */
    static Installation on(Path home, Map<String, String> more) throws IOException {
        return new Installation(home.toAbsolutePath(), Blueprint.of(1).with(more), i -> Map.of());
    }

    /** Starts everything but the servers. */
    static Installation prepare(Blueprint plan) throws IOException {
        return prepare(plan, i -> Map.of());
    }

    /**
     * As above.
     *
     * @param own settings of a single server, beside those of all; the first is number 0
     */
    static Installation prepare(Blueprint plan, IntFunction<Map<String, String>> own) throws IOException {
        return new Installation(newHome(), plan, own);
    }

    /** Starts everything but the servers. @param home a {@link #newHome}, for a run that prepares something in it */
    static Installation prepare(Path home, Blueprint plan) throws IOException {
        return new Installation(home, plan, i -> Map.of());
    }

    /** A folder of a run's own. */
    static Path newHome() throws IOException {
        Path target = Path.of("bench/target");
        Files.createDirectories(target);
        return Files.createTempDirectory(target.toAbsolutePath(), "run-");
    }

    /** The first server. */
    String base() {
        return nodes.get(0).base();
    }

    List<ServerNode> nodes() {
        return List.copyOf(nodes);
    }

    String sandboxBase() {
        return sandbox.baseUrl().toString();
    }

    /** Between the servers and WeChat. */
    Wire wechatWire() {
        return Objects.requireNonNull(wechatWire, "not wired");
    }

    /** Between the servers and the database; {@link #connect()} does not go through it. */
    Wire databaseWire() {
        return Objects.requireNonNull(databaseWire, "not wired");
    }

    /** Between the servers and Redis. */
    Wire redisWire() {
        return Objects.requireNonNull(redisWire, "not wired");
    }

    Path home() {
        return home;
    }

    /** Its database and its Redis. */
    EmbeddedServers servers() {
        return servers;
    }

    /**
     * How a server would be started in the place of the first one.
     *
     * @param more settings of its own; they win over those of the installation
     */
    List<String> commandInPlace(Map<String, String> more) throws IOException {
        return command(nodes.get(0).port(), more);
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), databaseUser(), databasePassword());
    }

    /** Where {@link #connect()} goes, without user and password: to the database the servers have, also if the blueprint names another. */
    String jdbcUrl() {
        return wanted.getOrDefault(ELSEWHERE + "url", servers.jdbcUrl(DATABASE)) + "&useLocalSessionState=true";
    }

    String databaseUser() {
        return wanted.getOrDefault(ELSEWHERE + "username", servers.databaseUser());
    }

    String databasePassword() {
        return wanted.getOrDefault(ELSEWHERE + "password", servers.databasePassword());
    }

    /** Starts the first server and waits until it is ready. @return how long that took */
    Duration startServer() throws IOException, InterruptedException {
        return nodes.get(0).start();
    }

    /** Starts all servers, one after the other: the first makes the tables. */
    Installation startAll() throws IOException, InterruptedException {
        for (ServerNode node : nodes) {
            node.start();
        }
        return this;
    }

    /** {@code kill -9} of the first server. */
    void killServer() throws InterruptedException {
        nodes.get(0).kill();
    }

    private List<String> command(int port, Map<String, String> more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-jar",
                serverJar().toString(),
                "--spring.profiles.active=local"));
        Map<String, String> all = settings(port);
        all.putAll(more);
        all.forEach((name, value) -> command.add("--" + name + "=" + value));
        return command;
    }

    private Map<String, String> settings(int port) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("server.port", Integer.toString(port));
        all.put("server.address", "127.0.0.1");
        all.put("spring.datasource.url", databaseUrl());
        all.put("spring.datasource.username", servers.databaseUser());
        all.put("spring.datasource.password", servers.databasePassword());
        all.put("gridbell.redis.uri", redisUri());
        all.put("gridbell.home", home.resolve("server").toString());
        all.put("gridbell.street.import-from", "classpath:db/demo");
        all.put("gridbell.operations.token", ServerNode.OPERATIONS);
        all.put("gridbell.crypto.keys", "1:MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
        all.put("gridbell.crypto.index-key", "YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXphYmNkZWY=");
        all.put("gridbell.photo.link-key", "YmVuY2gta2V5LWJlbmNoLWtleS1iZW5jaC1rZXktMDA=");
        all.put("gridbell.signin.token-key", "YmVuY2gtc2lnbmluLWtleS1iZW5jaC1zaWduaW4ta2V5MA==");
        all.put(
                "gridbell.wechat.api-host",
                wechatWire == null ? sandboxBase() : "http://127.0.0.1:" + wechatWire.port());
        String official = "gridbell.wechat.official-account.";
        all.put(official + "app-id", SandboxSettings.OFFICIAL_ACCOUNT_APP_ID);
        all.put(official + "secret", SandboxSettings.OFFICIAL_ACCOUNT_SECRET);
        all.put(official + "token", SandboxSettings.OFFICIAL_ACCOUNT_TOKEN);
        all.put(official + "aes-key", SandboxSettings.OFFICIAL_ACCOUNT_AES_KEY);
        String mini = "gridbell.wechat.mini-program.";
        all.put(mini + "app-id", SandboxSettings.MINI_PROGRAM_APP_ID);
        all.put(mini + "secret", SandboxSettings.MINI_PROGRAM_SECRET);
        all.put(mini + "token", SandboxSettings.MINI_PROGRAM_TOKEN);
        all.put(mini + "aes-key", SandboxSettings.MINI_PROGRAM_AES_KEY);
        return all;
    }

    private static Path serverJar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("server/target"))) {
            return files.filter(file -> file.getFileName().toString().endsWith("-exec.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("server/target/*-exec.jar is missing: build first"));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private String databaseUrl() {
        String url = servers.jdbcUrl(DATABASE);
        return databaseWire == null
                ? url
                : url.replace(":" + servers.databasePort() + "/", ":" + databaseWire.port() + "/");
    }

    private String redisUri() {
        String uri = servers.redisUri();
        return redisWire == null ? uri : uri.replace(":" + servers.redisPort(), ":" + redisWire.port());
    }

    @Override
    public void close() throws IOException {
        List<Wire> wires = Stream.of(databaseWire, wechatWire, redisWire)
                .filter(Objects::nonNull)
                .toList();
        for (Wire wire : wires) {
            wire.mode(Wire.Mode.PASS);
        }
        nodes.forEach(ServerNode::close);
        front.close();
        for (Wire wire : wires) {
            wire.close();
        }
        sandbox.close();
        servers.close();
    }

    /** Removes the run's folder; called when the figures hold, so that a failed run can be looked at. */
    void removeFolder() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}
