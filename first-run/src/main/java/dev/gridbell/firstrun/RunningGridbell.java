package dev.gridbell.firstrun;

import cn.gridbell.GridbellServer;
import dev.gridbell.embedded.EmbeddedPorts;
import dev.gridbell.embedded.EmbeddedServers;
import dev.gridbell.firstrun.miniprogram.AppPages;
import dev.gridbell.firstrun.miniprogram.BrowserBuild;
import dev.gridbell.sandbox.SandboxSettings;
import dev.gridbell.sandbox.WechatSandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Database, Redis, sandbox and server in and beside this process, started in this order and stopped in the other. */
final class RunningGridbell implements AutoCloseable {

    private final URI server;
    private final URI sandbox;
    private final BrowserBuild miniProgram;
    private final Deque<AutoCloseable> started;

    private RunningGridbell(URI server, URI sandbox, BrowserBuild miniProgram, Deque<AutoCloseable> started) {
        this.server = server;
        this.sandbox = sandbox;
        this.miniProgram = miniProgram;
        this.started = started;
    }

    /**
     * Starts everything; returns when the server answers.
     *
     * @throws FirstRunFailed if a port is in use or the server does not start
     * @throws dev.gridbell.embedded.EmbeddedServersFailed if database or Redis cannot be had
     */
    static RunningGridbell start(FirstRunSettings settings, Progress progress) {
        Deque<AutoCloseable> started = new ArrayDeque<>();
        try {
            Files.createDirectories(settings.home());
            int serverPort = freePort("GRIDBELL_PORT", settings.serverPort());
            int sandboxPort = freePort("GRIDBELL_SANDBOX_PORT", settings.sandboxPort());
            URI server = URI.create("http://127.0.0.1:" + serverPort);
            URI sandbox = URI.create("http://127.0.0.1:" + sandboxPort);
            Map<String, Object> properties = new LinkedHashMap<>(LocalSecrets.in(settings.home()));
            properties.putAll(databaseAndRedis(settings, progress, started));
            progress.say("② 启动本地微信沙箱 · local WeChat sandbox → " + sandbox);
            MovableClock clock = new MovableClock();
            started.push(startSandbox(server, sandbox, clock));
            progress.say("③ 启动服务，建表并导入示范街道 · server: migrating, loading the demo street …");
            properties.putAll(serverProperties(settings.home(), serverPort, sandbox));
            BrowserBuild miniProgram =
                    new BrowserBuild(settings.miniProgram(), settings.home().resolve("mini-program.log"));
            started.push(miniProgram);
            started.push(startServer(properties, settings.home(), clock, miniProgram));
            return new RunningGridbell(server, sandbox, miniProgram, started);
        } catch (IOException e) {
            stop(started);
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            stop(started);
            throw e;
        }
    }

    URI server() {
        return server;
    }

    URI sandbox() {
        return sandbox;
    }

    /** Where the mini-program is in the browser, once it is built. */
    URI app() {
        return server.resolve("/app/");
    }

    BrowserBuild miniProgram() {
        return miniProgram;
    }

    /** The server first, so that nothing it does last misses the database. */
    @Override
    public void close() {
        stop(started);
    }

    private static Map<String, String> databaseAndRedis(
            FirstRunSettings settings, Progress progress, Deque<AutoCloseable> started) {
        FirstRunSettings.OwnServers own = settings.own();
        if (own != null) {
            progress.say("① 使用您自己的数据库和 Redis · using your own database and Redis");
            return connections(own.databaseUrl(), own.databaseUser(), own.databasePassword(), own.redisUri());
        }
        progress.say("① 启动数据库和 Redis（第一次要解压约 340 MB）· database and Redis, unpacked at the first run …");
        EmbeddedServers servers = EmbeddedServers.start(settings.home(), settings.programs(), EmbeddedPorts.FREE);
        started.push(servers);
        return connections(
                servers.jdbcUrl("gridbell"), servers.databaseUser(), servers.databasePassword(), servers.redisUri());
    }

    private static Map<String, String> connections(String url, String user, String password, String redis) {
        return Map.of(
                "spring.datasource.url", url,
                "spring.datasource.username", user,
                "spring.datasource.password", password,
                "gridbell.redis.uri", redis);
    }

    private static WechatSandbox startSandbox(URI server, URI sandbox, MovableClock clock) {
        SandboxSettings settings = SandboxSettings.local()
                .withPort(sandbox.getPort())
                .withRoutes(new StoryPage(server, sandbox, clock)::register);
        WechatSandbox started = WechatSandbox.start(settings);
        started.pushTo(
                server.resolve("/wechat/official-account/" + SandboxSettings.OFFICIAL_ACCOUNT_APP_ID),
                server.resolve("/wechat/mini-program/" + SandboxSettings.MINI_PROGRAM_APP_ID));
        return started;
    }

    private static Map<String, Object> serverProperties(Path home, int port, URI sandbox) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("server.address", "127.0.0.1");
        properties.put("server.port", port);
        properties.put("gridbell.home", home.toString());
        properties.put("gridbell.street.import-from", "classpath:db/demo");
        properties.put("gridbell.visit.least-notice", "15m");
        for (DayOfWeek day : DayOfWeek.values()) {
            // a newcomer may play at night: somebody is always on call in the demo street
            properties.put("gridbell.visit.windows." + day.name().toLowerCase(Locale.ROOT) + "[0]", "00:00-24:00");
        }
        properties.put("gridbell.wechat.api-host", sandbox.toString());
        String official = "gridbell.wechat.official-account.";
        properties.put(official + "app-id", SandboxSettings.OFFICIAL_ACCOUNT_APP_ID);
        properties.put(official + "secret", SandboxSettings.OFFICIAL_ACCOUNT_SECRET);
        properties.put(official + "token", SandboxSettings.OFFICIAL_ACCOUNT_TOKEN);
        properties.put(official + "aes-key", SandboxSettings.OFFICIAL_ACCOUNT_AES_KEY);
        String mini = "gridbell.wechat.mini-program.";
        properties.put(mini + "app-id", SandboxSettings.MINI_PROGRAM_APP_ID);
        properties.put(mini + "secret", SandboxSettings.MINI_PROGRAM_SECRET);
        properties.put(mini + "token", SandboxSettings.MINI_PROGRAM_TOKEN);
        properties.put(mini + "aes-key", SandboxSettings.MINI_PROGRAM_AES_KEY);
        return properties;
    }

    private static ConfigurableApplicationContext startServer(
            Map<String, Object> properties, Path home, MovableClock clock, BrowserBuild miniProgram) {
        Path log = home.resolve("server.log");
        properties.put("logging.file.name", log.toString());
        properties.put("logging.threshold.console", "OFF");
        properties.put("spring.main.banner-mode", "off");
        String[] arguments = properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
        try {
            ApplicationContextInitializer<GenericApplicationContext> withMiniProgram =
                    context -> context.registerBean(BrowserBuild.class, () -> miniProgram);
            return new SpringApplicationBuilder(GridbellServer.class, AppPages.class)
                    .profiles("local")
                    .registerShutdownHook(false)
                    .initializers(clock, withMiniProgram)
                    .run(arguments);
        } catch (RuntimeException e) {
            throw new FirstRunFailed(
                    "服务没有启动：" + rootOf(e) + "。日志在 " + log, "The server did not start; its log is " + log, e);
        }
    }

    private static @Nullable String rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage();
    }

    private static int freePort(String name, int wanted) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 1);
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new FirstRunFailed(
                    "端口 %d 已被别的程序占用，请用 %s 换一个，例如 %s=%d ./mvnw spring-boot:run"
                            .formatted(wanted, name, name, wanted + 100),
                    "Port %d is in use by another program; choose another with %s.".formatted(wanted, name),
                    e);
        }
    }

    private static void stop(Deque<AutoCloseable> started) {
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception e) {
                System.err.println("停止时出错 · while stopping: " + e);
            }
        }
    }
}
