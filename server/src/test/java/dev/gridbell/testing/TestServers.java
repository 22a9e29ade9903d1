package dev.gridbell.testing;

import dev.gridbell.embedded.EmbeddedServers;
import dev.gridbell.sandbox.SandboxSettings;
import dev.gridbell.sandbox.WechatSandbox;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/** Points a test context at the servers that all tests share; each context has a database and a WeChat sandbox of its own. */
public final class TestServers implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestDatabase database = TestDatabase.fresh("server");
        WechatSandbox sandbox = WechatSandbox.start(SandboxSettings.local().withPort(0));
        // Before the first token is issued, else it is a day too old when the tests begin.
        new Http(sandbox.baseUrl().toString())
                .put(
                        "/sandbox/clock",
                        Map.of("offsetSeconds", new MutableClock().offset().toSeconds()))
                .expect(200);
        Map<String, String> settings = new HashMap<>(wechat(sandbox));
        settings.put("spring.datasource.url", database.url());
        settings.put("spring.datasource.username", database.user());
        settings.put("spring.datasource.password", database.password());
        // Many contexts share one database server.
        settings.put("spring.datasource.hikari.maximum-pool-size", "16");
        settings.put("gridbell.redis.uri", EmbeddedServers.sharedForTests().redisUri());
        TestPropertyValues.of(settings).applyTo(context);

        context.getBeanFactory().registerSingleton("wechatSandbox", sandbox);
        context.addApplicationListener((ApplicationListener<WebServerInitializedEvent>)
                event -> aim(sandbox, event.getWebServer().getPort()));
        context.addApplicationListener((ApplicationListener<ContextClosedEvent>) event -> sandbox.close());
    }

    /** The settings that make a server talk to this sandbox. */
    public static Map<String, String> wechat(WechatSandbox sandbox) {
        String official = "gridbell.wechat.official-account.";
        String mini = "gridbell.wechat.mini-program.";
        return Map.of(
                "gridbell.wechat.api-host",
                sandbox.baseUrl().toString(),
                official + "app-id",
                SandboxSettings.OFFICIAL_ACCOUNT_APP_ID,
                official + "secret",
                SandboxSettings.OFFICIAL_ACCOUNT_SECRET,
                official + "token",
                SandboxSettings.OFFICIAL_ACCOUNT_TOKEN,
                official + "aes-key",
                SandboxSettings.OFFICIAL_ACCOUNT_AES_KEY,
                mini + "app-id",
                SandboxSettings.MINI_PROGRAM_APP_ID,
                mini + "secret",
                SandboxSettings.MINI_PROGRAM_SECRET,
                mini + "token",
                SandboxSettings.MINI_PROGRAM_TOKEN,
                mini + "aes-key",
                SandboxSettings.MINI_PROGRAM_AES_KEY);
    }

    /** Sends the sandbox's pushes to a server on this machine. */
    public static void aim(WechatSandbox sandbox, int port) {
        String base = "http://127.0.0.1:" + port + "/wechat/";
        sandbox.pushTo(
                URI.create(base + "official-account/" + SandboxSettings.OFFICIAL_ACCOUNT_APP_ID),
                URI.create(base + "mini-program/" + SandboxSettings.MINI_PROGRAM_APP_ID));
    }
}
