package dev.gridbell.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@SuppressWarnings("NullAway.Init")
class LoginTest {
    private WechatSandbox sandbox;
    private Caller caller;

    @BeforeEach
    void start() {
        sandbox = WechatSandbox.start(SandboxSettings.local().withPort(0));
        caller = new Caller(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void aLoginCodeIsGoodOnce() throws Exception {
        JsonNode person = caller.person("张阿姨");
        String code = code(person, "login-code");

        JsonNode session = login(code).json();

        assertThat(Json.text(session, "openid")).isEqualTo(Json.text(person, "miniProgramOpenId"));
        assertThat(Json.text(session, "unionid")).isEqualTo(Json.text(person, "unionId"));
        assertThat(session.has("errcode")).isFalse();
        assertThat(login(code).errcode()).isEqualTo(40163);
    }

    @Test
    void twentyUsesOfOneCodeGiveOneSession() throws Exception {
        String code = code(caller.person("李叔"), "login-code");
        ExecutorService threads = Executors.newFixedThreadPool(20);
        List<Future<Integer>> uses = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            uses.add(threads.submit(() -> login(code).errcode()));
        }
        List<Integer> codes = new ArrayList<>();
        for (Future<Integer> use : uses) {
            codes.add(use.get());
        }
        threads.shutdown();
        assertThat(codes).filteredOn(errcode -> errcode == 0).hasSize(1);
    }

    @Test
    void codesRunOutAfterFiveMinutes() throws Exception {
        String code = code(caller.person("王姐"), "login-code");
        caller.put("/sandbox/clock", Map.of("offsetSeconds", 300));

        assertThat(login(code).errcode()).isEqualTo(40029);
    }

    @Test
    void aPhoneCodeIsNoLoginCodeAndTheOtherWayRound() throws Exception {
        JsonNode person = caller.person("赵师傅");

        assertThat(login(code(person, "phone-code")).errcode()).isEqualTo(40029);
        assertThat(phone(code(person, "login-code")).errcode()).isEqualTo(40029);
    }

    @Test
    void thePhoneButtonGivesTheNumberOnce() throws Exception {
        String code = code(caller.person("钱大爷"), "phone-code");

        assertThat(Json.text(phone(code).json().path("phone_info"), "purePhoneNumber"))
                .isEqualTo("13800000001");
        assertThat(phone(code).errcode()).isEqualTo(40029);
    }

    @Test
    void wrongSecretsAndAppsAreTold() throws Exception {
        Map<String, Object> body = Json.object(
                "grant_type", "client_credential", "appid", SandboxSettings.MINI_PROGRAM_APP_ID, "secret", "wrong");
        JsonNode refused = caller.post("/cgi-bin/stable_token", body).json();
        assertThat(refused.path("errcode").asInt(0)).isEqualTo(40125);
        assertThat(Json.text(refused, "errmsg")).matches("invalid appsecret rid: [0-9a-f-]{26}");
        body.put("appid", "wx1111111111111111");
        assertThat(caller.post("/cgi-bin/stable_token", body).errcode()).isEqualTo(40013);
        assertThat(caller.post("/cgi-bin/stable_token", "").errcode()).isEqualTo(44002);
        assertThat(caller.post("/cgi-bin/stable_token", "{oops").errcode()).isEqualTo(47001);
    }

    @Test
    void theSameKeyGivesTheSamePersonInEverySandbox() throws Exception {
        Map<String, String> wish = Map.of("nickname", "孙阿姨", "phone", "13800000002", "key", "demo-1");
        JsonNode here = caller.post("/sandbox/people", wish).json();
        assertThat(caller.post("/sandbox/people", wish).json()).isEqualTo(here);
        try (WechatSandbox other = WechatSandbox.start(SandboxSettings.local().withPort(0))) {
            JsonNode there = new Caller(other).post("/sandbox/people", wish).json();
            assertThat(Json.text(there, "unionId")).isEqualTo(Json.text(here, "unionId"));
        }
    }

    /** Exactly the request WxJava makes, with a token nobody asked for. */
    private Caller.Answer login(String code) throws IOException, InterruptedException {
        return caller.get("/sns/jscode2session?access_token=AT_1&js_code=" + code + "&secret="
                + SandboxSettings.MINI_PROGRAM_SECRET + "&grant_type=authorization_code&appid="
                + SandboxSettings.MINI_PROGRAM_APP_ID);
    }

    private Caller.Answer phone(String code) throws IOException, InterruptedException {
        return caller.post("/wxa/business/getuserphonenumber?access_token=" + caller.miniToken(), Map.of("code", code));
    }

    private String code(JsonNode person, String kind) throws IOException, InterruptedException {
        return Json.text(caller.act(person, kind, Map.of()).json(), "code");
    }
}
