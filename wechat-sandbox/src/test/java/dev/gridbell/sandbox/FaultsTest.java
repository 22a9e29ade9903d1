package dev.gridbell.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

@SuppressWarnings("NullAway.Init")
class FaultsTest {
    private static final String STABLE = "/cgi-bin/stable_token";

    private Receiver receiver;
    private WechatSandbox sandbox;
    private Caller caller;

    @BeforeEach
    void start() throws IOException {
        receiver = new Receiver();
        sandbox = WechatSandbox.start(receiver.settings());
        caller = new Caller(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
        receiver.close();
    }

    @Test
    void cutsConnections() throws Exception {
        for (String kind : List.of("reset", "hang")) {
            fault(STABLE, kind, 1, Map.of("millis", 200));
            assertThatThrownBy(this::token).as(kind).isInstanceOf(IOException.class);
            assertThat(token().errcode()).as("after " + kind).isZero();
        }
    }

    @Test
    void answersNonsense() throws Exception {
        fault(STABLE, "http502", 1, Map.of());
        assertThat(token().status()).isEqualTo(502);
        fault(STABLE, "emptyBody", 1, Map.of());
        assertThat(token().body()).isEmpty();
        fault(STABLE, "truncatedJson", 1, Map.of());
        Caller.Answer half = token();
        assertThatThrownBy(half::json).isInstanceOf(JacksonException.class);
        fault(STABLE, "errcode", 1, Map.of("code", 45011));
        assertThat(token().errcode()).isEqualTo(45011);
        fault(STABLE, "shortExpiry", 1, Map.of());
        assertThat(token().json().path("expires_in").asInt(0)).isEqualTo(150);
        assertThat(token().json().path("expires_in").asInt(0)).isGreaterThan(7000);
    }

    @Test
    void latencyWaits() throws Exception {
        fault(STABLE, "latency", 1, Map.of("millis", 400));
        long start = System.nanoTime();
        assertThat(token().errcode()).isZero();
        assertThat(System.nanoTime() - start).isGreaterThan(390_000_000L);
    }

    @Test
    void aLostAnswerHasDoneItsWork() throws Exception {
        JsonNode person = caller.follower("张阿姨");
        caller.officialToken();
        fault(Sends.TEMPLATE, "answerLost", 1, Map.of());

        assertThatThrownBy(() -> caller.sendTemplate(person, "m-1")).isInstanceOf(IOException.class);
        assertThat(caller.messages(person)).hasSize(1);
        assertThat(caller.sendTemplate(person, "m-1").errcode()).isZero();
        assertThat(caller.messages(person)).hasSize(1);
    }

    @Test
    void aGoodTokenIsCalledBadOnlyWhereTokensAreAsked() throws Exception {
        fault("*", "tokenInvalid", 1, Map.of());
        String token = caller.officialToken();
        assertThat(caller.get("/cgi-bin/getcallbackip?access_token=" + token).errcode())
                .isEqualTo(40001);
        assertThat(caller.get("/cgi-bin/getcallbackip?access_token=" + token).errcode())
                .isZero();
    }

    @Test
    void aRevokedTokenIsOnlyCuredByForce() throws Exception {
        String token = caller.officialToken();
        caller.post("/sandbox/tokens/revocation", Map.of("app", "OFFICIAL_ACCOUNT"));
        assertThat(caller.officialToken()).isEqualTo(token);
        assertThat(caller.get("/cgi-bin/getcallbackip?access_token=" + token).errcode())
                .isEqualTo(40001);
        String forced = caller.stableToken(
                SandboxSettings.OFFICIAL_ACCOUNT_APP_ID, SandboxSettings.OFFICIAL_ACCOUNT_SECRET, true);
        assertThat(caller.get("/cgi-bin/getcallbackip?access_token=" + forced).errcode())
                .isZero();
    }

    @Test
    void theSameSeedFailsTheSameCalls() throws Exception {
        List<Integer> first = failures();
        caller.send("DELETE", "/sandbox/faults", null);
        assertThat(failures()).isEqualTo(first).contains(0, 45009);
    }

    @Test
    void pushesGetLostDoubledAndSwapped() throws Exception {
        JsonNode person = caller.follower("李叔");
        receiver.take();
        fault("push:text", "pushLost", 1, Map.of());
        say(person, "一");
        fault("push", "pushDuplicate", 1, Map.of());
        say(person, "二");
        Receiver.Received once = receiver.take();
        Receiver.Received twice = receiver.take();
        assertThat(once.official()).contains("二").isEqualTo(twice.official());
        assertThat(once.encrypted()).isNotEqualTo(twice.encrypted());
        fault("push", "pushOutOfOrder", 1, Map.of());
        say(person, "三");
        say(person, "四");
        assertThat(receiver.take().official()).contains("四");
        assertThat(receiver.take().official()).contains("三");
        fault("push", "pushDelayed", 1, Map.of("millis", 300));
        say(person, "五");
        say(person, "六");
        assertThat(receiver.take().official()).contains("六");
        assertThat(receiver.take().official()).contains("五");
    }

    @Test
    void pushesAreForged() throws Exception {
        JsonNode person = caller.follower("王姐");
        receiver.take();
        fault("push", "pushWrongSignature", 1, Map.of());
        say(person, "一");
        Receiver.Received forged = receiver.take();
        assertThat(forged.query().get("msg_signature"))
                .isNotEqualTo(PushCipher.sign(
                        SandboxSettings.OFFICIAL_ACCOUNT_TOKEN,
                        forged.query().getOrDefault("timestamp", ""),
                        forged.query().getOrDefault("nonce", ""),
                        forged.encrypted()));
        fault("push", "pushWrongAppId", 1, Map.of());
        say(person, "二");
        assertThat(receiver.take()
                        .open(SandboxSettings.OFFICIAL_ACCOUNT_AES_KEY)
                        .appId())
                .isNotEqualTo(SandboxSettings.OFFICIAL_ACCOUNT_APP_ID);
        fault("push", "pushPlain", 1, Map.of());
        say(person, "三");
        assertThat(receiver.take().body()).contains("<![CDATA[三]]>").doesNotContain("Encrypt");
        fault("push", "doctype", 1, Map.of());
        say(person, "四");
        Receiver.Received doctype = receiver.take();
        assertThat(doctype.body()).contains("<!DOCTYPE");
        assertThat(doctype.official()).contains("<!DOCTYPE").contains("四");
    }

    @Test
    void refusesNonsenseInChinese() throws Exception {
        List<String> wishes = List.of(
                "{\"kind\":\"meteor\"}",
                "{\"kind\":\"reset\",\"endpoint\":\"push\"}",
                "{\"kind\":\"pushLost\",\"endpoint\":\"/cgi-bin/token\"}",
                "{\"kind\":\"reset\",\"probability\":7}",
                "{\"kind\":\"reset\",\"count\":0}",
                "[]",
                "{");
        for (String wish : wishes) {
            Caller.Answer answer = caller.put("/sandbox/faults", wish);
            assertThat(answer.status()).as(wish).isEqualTo(400);
            assertThat(new String(answer.body(), UTF_8)).as(wish).matches("(?s).*\\p{IsHan}{4,}.*");
        }
    }

    private List<Integer> failures() throws IOException, InterruptedException {
        caller.put(
                "/sandbox/faults",
                Map.of("endpoint", STABLE, "kind", "errcode", "code", 45009, "probability", 0.5, "seed", 7));
        List<Integer> codes = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            codes.add(token().errcode());
        }
        return codes;
    }

    private void fault(String endpoint, String kind, int count, Map<String, Object> more)
            throws IOException, InterruptedException {
        Map<String, Object> wish = Json.object("endpoint", endpoint, "kind", kind, "count", count);
        wish.putAll(more);
        assertThat(caller.put("/sandbox/faults", wish).status()).isEqualTo(200);
    }

    private Caller.Answer token() throws IOException, InterruptedException {
        return caller.post(
                STABLE,
                Map.of(
                        "grant_type",
                        "client_credential",
                        "appid",
                        SandboxSettings.MINI_PROGRAM_APP_ID,
                        "secret",
                        SandboxSettings.MINI_PROGRAM_SECRET));
    }

    private void say(JsonNode person, String text) throws IOException, InterruptedException {
        assertThat(caller.act(person, "say", Map.of("text", text)).status()).isEqualTo(200);
    }
}
