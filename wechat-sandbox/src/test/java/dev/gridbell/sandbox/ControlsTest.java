package dev.gridbell.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@SuppressWarnings("NullAway.Init")
class ControlsTest {
    private WechatSandbox sandbox;
    private Caller caller;

    @BeforeEach
    void start() {
        sandbox = WechatSandbox.start(SandboxSettings.local()
                .withPort(0)
                .withLedgerSize(5)
                .withRoutes(javalin -> javalin.routes.get("/story", context -> context.result("once upon a time"))));
        caller = new Caller(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void refusesBadInputWithAChineseSentence() throws Exception {
        JsonNode person = caller.person("张阿姨");
        assertRefused(400, caller.post("/sandbox/people", "{}"));
        assertRefused(400, caller.post("/sandbox/people", "no json"));
        assertRefused(400, caller.post("/sandbox/people", Map.of("nickname", "甲", "phone", "123")));
        assertRefused(404, caller.post("/sandbox/people/p999/follow", Map.of()));
        assertRefused(400, caller.act(person, "say", Map.of("text", "还没有关注")));
        assertRefused(400, caller.act(person, "scan", Map.of()));
        assertRefused(400, caller.accept(person));
        assertRefused(400, caller.accept(person, Caller.OFFICIAL_TEMPLATE));
        assertRefused(
                400,
                caller.act(
                        person, "consents", Map.of("templateIds", List.of(Caller.MINI_TEMPLATE), "choice", "maybe")));
        assertRefused(400, caller.put("/sandbox/clock", Map.of("offsetSeconds", "soon")));
        assertRefused(400, caller.put("/sandbox/push-targets", Map.of("miniProgram", "over there")));
        assertRefused(400, caller.put("/sandbox/push-targets", Map.of("officialAccount", Map.of("format", "JSON"))));
        assertRefused(400, caller.put("/sandbox/limits", Map.of("wishesPerDay", 3)));
        assertRefused(400, caller.get("/sandbox/ledger?since=yesterday"));
        assertRefused(404, caller.put("/sandbox/templates/none", Map.of("type", "LONG_TERM")));
    }

    @Test
    void oneTimeAndLongTermCannotBeAskedTogether() throws Exception {
        caller.put("/sandbox/templates/" + Caller.MINI_TEMPLATE, Map.of("type", "LONG_TERM"));

        assertRefused(400, caller.accept(caller.person("李叔"), Caller.MINI_TEMPLATE, Caller.OTHER_MINI_TEMPLATE));
    }

    @Test
    void theLedgerCountsOnAndForgetsTheOldest() throws Exception {
        JsonNode person = caller.person("王姐");
        for (int i = 0; i < 4; i++) {
            caller.accept(person, Caller.MINI_TEMPLATE);
            caller.miniToken();
        }

        JsonNode page = caller.get("/sandbox/ledger?since=0&limit=3").json();
        long oldest = page.path("oldest").asLong(0);

        assertThat(oldest).isGreaterThan(1);
        assertThat(page.path("items")).hasSize(3);
        assertThat(page.path("items").path(0).path("seq").asLong(0)).isEqualTo(oldest);
        assertThat(page.path("more").asBoolean(false)).isTrue();
        assertThat(caller.get("/sandbox/ledger?since=999999").json().path("items"))
                .isEmpty();
    }

    @Test
    void resetForgetsPeopleAndKeepsTokensUnlessAsked() throws Exception {
        caller.person("赵师傅");
        String token = caller.miniToken();
        caller.post("/sandbox/reset", Map.of());
        assertThat(caller.get("/sandbox/people").json().path("items")).isEmpty();
        assertThat(caller.miniToken()).isEqualTo(token);
        caller.post("/sandbox/reset", Map.of("tokens", true));
        assertThat(caller.miniToken()).isNotEqualTo(token);
    }

    @Test
    void servesThePhonesAndTheRoutesOfItsHost() throws Exception {
        String page = new String(caller.get("/").body(), UTF_8);

        assertThat(page).contains("服务通知").doesNotContain("https://").doesNotContain("src=");
        assertThat(new String(caller.get("/story").body(), UTF_8)).isEqualTo("once upon a time");
    }

    @Test
    void readsItsArguments() {
        SandboxSettings settings =
                Main.settings(Map.of("port", "9", "bind", "0.0.0.0", "mini-program", "http://127.0.0.1:7/m"));
        assertThat(settings.port()).isEqualTo(9);
        assertThat(settings.miniProgram().push().url()).hasToString("http://127.0.0.1:7/m");
        assertThat(Main.settings(Map.of()).port()).isEqualTo(SandboxSettings.DEFAULT_PORT);
    }

    @Test
    void refusesSettingsThatWechatWouldRefuse() {
        SandboxApp official = SandboxSettings.local().officialAccount();
        assertThatThrownBy(() -> official.withPushFormat(PushFormat.JSON)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        new PushSettings(official.push().url(), "token", "too-short", PushMode.SAFE, PushFormat.XML))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertRefused(int status, Caller.Answer answer) {
        String sentence = new String(answer.body(), UTF_8);
        assertThat(answer.status()).as(sentence).isEqualTo(status);
        assertThat(Json.text(answer.json(), "error")).matches("(?s).*\\p{IsHan}{2,}.*");
    }
}
