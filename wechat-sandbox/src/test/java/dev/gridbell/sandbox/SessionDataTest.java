package dev.gridbell.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SessionDataTest extends WithReceiver {
    @Test
    void opensAndSignsTheOfficialSamples() {
        for (JsonNode sample : Fixtures.read("08-userdata-decrypt").path("cases")) {
            SessionData sealed = new SessionData(Json.text(sample, "encryptedData"), Json.text(sample, "iv"));
            String key = Json.text(sample, "session_key");
            if (sample.path("expect").has("reject")) {
                assertThatThrownBy(() -> sealed.open(key))
                        .as(Json.text(sample, "name"))
                        .isInstanceOf(IllegalArgumentException.class);
            } else {
                assertThat(Json.read(sealed.open(key).getBytes(UTF_8)))
                        .isEqualTo(Json.read(Json.text(sample, "plaintext").getBytes(UTF_8)));
            }
        }
        for (JsonNode sample : Fixtures.read("09-rawdata-signature").path("cases")) {
            assertThat(SessionData.sign(Json.text(sample, "rawData"), Json.text(sample, "session_key")))
                    .isEqualTo(Json.text(sample, "signature"));
        }
    }

    @Test
    void stepsAreSealedWithTheKeyOfTheLastLogin() throws Exception {
        JsonNode person = caller.person("张阿姨");
        assertThat(caller.act(person, "werun", Map.of("steps", List.of(1))).status())
                .as("before any login")
                .isEqualTo(400);
        String old = login(person);
        String current = login(person);

        JsonNode sealed = caller.act(person, "werun", Map.of("steps", List.of(3_000, 8_000)))
                .json();

        SessionData data = new SessionData(Json.text(sealed, "encryptedData"), Json.text(sealed, "iv"));
        JsonNode opened = Json.read(data.open(current).getBytes(UTF_8));
        assertThat(opened.path("stepInfoList").path(1).path("step").asInt(0)).isEqualTo(8_000);
        assertThat(opened.path("stepInfoList").path(1).path("timestamp").asLong(0)
                        - opened.path("stepInfoList").path(0).path("timestamp").asLong(0))
                .isEqualTo(86_400);
        assertThat(Json.text(opened.path("watermark"), "appid")).isEqualTo(SandboxSettings.MINI_PROGRAM_APP_ID);
        assertThatThrownBy(() -> Json.read(data.open(old).getBytes(UTF_8)).path("stepInfoList"))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void aProfileIsReadableSignedAndSealed() throws Exception {
        JsonNode person = caller.person("李叔");
        String key = login(person);

        JsonNode profile = caller.act(person, "profile", Map.of()).json();

        assertThat(SessionData.sign(Json.text(profile, "rawData"), key)).isEqualTo(Json.text(profile, "signature"));
        SessionData sealed = new SessionData(Json.text(profile, "encryptedData"), Json.text(profile, "iv"));
        assertThat(sealed.open(key)).contains(mini(person));
    }

    @Test
    void onlyTheCurrentKeyIsSaidToBeGood() throws Exception {
        JsonNode person = caller.person("王姐");
        String old = login(person);
        String current = login(person);

        assertThat(check("checksession", person, old).errcode()).isEqualTo(87009);
        assertThat(check("checksession", person, current).errcode()).isZero();
        String reset = Json.text(check("resetusersessionkey", person, current).json(), "session_key");
        assertThat(check("checksession", person, current).errcode()).isEqualTo(87009);
        assertThat(check("checksession", person, reset).errcode()).isZero();
    }

    private Caller.Answer check(String what, JsonNode person, String key) throws IOException, InterruptedException {
        return asMini("/wxa/" + what + "?sig_method=hmac_sha256&openid=" + mini(person) + "&signature="
                + SessionData.proof(key));
    }

    private String login(JsonNode person) throws IOException, InterruptedException {
        String code = Json.text(caller.act(person, "login-code", Map.of()).json(), "code");
        return Json.text(
                caller.get("/sns/jscode2session?grant_type=authorization_code&js_code=" + code + "&appid="
                                + SandboxSettings.MINI_PROGRAM_APP_ID + "&secret="
                                + SandboxSettings.MINI_PROGRAM_SECRET)
                        .json(),
                "session_key");
    }
}
