package dev.gridbell.whole;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gridbell.GridbellServer;
import dev.gridbell.embedded.EmbeddedServers;
import dev.gridbell.sandbox.SandboxSettings;
import dev.gridbell.sandbox.WechatSandbox;
import dev.gridbell.testing.TestServers;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The whole server, told that it is in production, with the sandbox as its WeChat. */
@ExtendWith(OutputCaptureExtension.class)
class UnsafeStartTest {

    @Test
    void refusesToServeRealPeopleWithTheSandboxAndSaysWhatIsWrong(CapturedOutput output) {
        EmbeddedServers servers = EmbeddedServers.sharedForTests();
        try (WechatSandbox sandbox = WechatSandbox.start(SandboxSettings.local().withPort(0))) {
            Map<String, Object> settings = new LinkedHashMap<>(TestServers.wechat(sandbox));
            settings.put("spring.datasource.url", servers.jdbcUrl(servers.freshDatabase("unsafe")));
            settings.put("spring.datasource.username", servers.databaseUser());
            settings.put("spring.datasource.password", servers.databasePassword());
            settings.put("gridbell.redis.uri", servers.redisUri());
            settings.put("gridbell.production", "true");
            settings.put("server.port", "0");
            Throwable refusal = refusal(settings);
            assertThat(refusal.toString()).contains("UnsafeForProduction");
            assertThat(output.getAll())
                    .contains("拒绝启动")
                    .contains("gridbell.wechat.api-host")
                    .contains("gridbell.public-address")
                    .contains("gridbell.wechat.official-account.secret")
                    .contains("gridbell.wechat.mini-program.token")
                    .contains("gridbell.wechat.official-account.aes-key")
                    .contains("gridbell.message.templates")
                    .doesNotContain(SandboxSettings.OFFICIAL_ACCOUNT_SECRET)
                    .doesNotContain(SandboxSettings.MINI_PROGRAM_AES_KEY)
                    .doesNotContain("Tomcat started");
        }
    }

    private static Throwable refusal(Map<String, Object> settings) {
        try {
            new SpringApplicationBuilder(GridbellServer.class)
                    .profiles("test")
                    .run(settings.entrySet().stream()
                            .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                            .toArray(String[]::new))
                    .close();
        } catch (RuntimeException e) {
            return e;
        }
        throw new AssertionError("it started");
    }
}
