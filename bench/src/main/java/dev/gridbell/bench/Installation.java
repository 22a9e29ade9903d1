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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A whole installation for one run: database, Redis and WeChat sandbox beside this process, the server as a process of its own that can be
 * killed. Everything lies in a new folder under {@code target}; nothing else is touched.
 */
final class Installation implements AutoCloseable {

    private static final String DATABASE = "gridbell";
    private static final Duration READY_WITHIN = Duration.ofSeconds(120);

    private final Path home;
    private final EmbeddedServers servers;
    private final WechatSandbox sandbox;
    private final int port;
    private final Map<String, String> settings;
    private @Nullable Process server;

    private Installation(Path home, Map<String, String> more) throws IOException {
        this.home = home;
        this.servers =
                EmbeddedServers.start(home, Path.of(".gridbell/servers").toAbsolutePath(), new EmbeddedPorts(0, 0));
        this.sandbox = WechatSandbox.start(SandboxSettings.local().withPort(0));
        this.port = freePort();
        this.settings = more;
        sandbox.pushTo(
                URI.create(base() + "/wechat/official-account/" + SandboxSettings.OFFICIAL_ACCOUNT_APP_ID),
                URI.create(base() + "/wechat/mini-program/" + SandboxSettings.MINI_PROGRAM_APP_ID));
    }

    /** Starts everything but the server. @param more settings of the server beside the usual ones */
    static Installation prepare(Map<String, String> more) throws IOException {
        Path target = Path.of("bench/target");
        Files.createDirectories(target);
        return new Installation(Files.createTempDirectory(target.toAbsolutePath(), "run-"), more);
    }

    String base() {
        return "http://127.0.0.1:" + port;
    }

    String sandboxBase() {
        return sandbox.baseUrl().toString();
    }

    Path home() {
        return home;
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                servers.jdbcUrl(DATABASE) + "&useLocalSessionState=true",
                servers.databaseUser(),
                servers.databasePassword());
    }

    /** Starts the server and waits until it is ready. @return how long that took */
    Duration startServer() throws IOException, InterruptedException {
        long start = System.nanoTime();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-jar",
                serverJar().toString(),
                "--spring.profiles.active=local"));
        allSettings().forEach((name, value) -> command.add("--" + name + "=" + value));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("server.log").toFile()));
        server = builder.start();
        Http http = new Http(base());
        while (System.nanoTime() - start < READY_WITHIN.toNanos()) {
            if (!server.isAlive()) {
                throw new IllegalStateException("the server ended; see " + home.resolve("server.log"));
            }
            if (http.status("/actuator/health/readiness") == 200) {
                return Duration.ofNanos(System.nanoTime() - start);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IllegalStateException("not ready within " + READY_WITHIN);
    }

    /** {@code kill -9} of the server this run started, and of nothing else. */
    void killServer() throws InterruptedException {
        Process running = Objects.requireNonNull(server, "not started");
        running.destroyForcibly();
        running.waitFor();
    }

    private Map<String, String> allSettings() {
        Map<String, String> all = new java.util.LinkedHashMap<>();
        all.put("server.port", Integer.toString(port));
        all.put("server.address", "127.0.0.1");
        all.put("spring.datasource.url", servers.jdbcUrl(DATABASE));
        all.put("spring.datasource.username", servers.databaseUser());
        all.put("spring.datasource.password", servers.databasePassword());
        all.put("gridbell.redis.uri", servers.redisUri());
        all.put("gridbell.home", home.resolve("server").toString());
        all.put("gridbell.street.import-from", "classpath:db/demo");
        all.put("gridbell.crypto.keys", "1:MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
        all.put("gridbell.crypto.index-key", "YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXphYmNkZWY=");
        all.put("gridbell.photo.link-key", "YmVuY2gta2V5LWJlbmNoLWtleS1iZW5jaC1rZXktMDA=");
        all.put("gridbell.signin.token-key", "YmVuY2gtc2lnbmluLWtleS1iZW5jaC1zaWduaW4ta2V5MA==");
        all.put("gridbell.wechat.api-host", sandboxBase());
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
        all.putAll(settings);
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

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.destroy();
            try {
                if (!server.waitFor(30, TimeUnit.SECONDS)) {
                    server.destroyForcibly().waitFor();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
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
