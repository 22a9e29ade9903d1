package dev.gridbell.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Answers have the fields, and the kinds of values, that recorded answers have. */
@SuppressWarnings("NullAway.Init")
class AnswerShapesTest {
    /** No longer given by the real platform, or only where the account's own choice put it. */
    private static final Set<String> GONE = Set.of("sns_jscode2session.expires_in");

    private final JsonNode recorded = Fixtures.read("18-api-responses-wechatpy").path("responses");
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
    void tokens() throws Exception {
        assertShape(
                "token",
                caller.get("/cgi-bin/token?grant_type=client_credential&appid="
                        + SandboxSettings.OFFICIAL_ACCOUNT_APP_ID + "&secret="
                        + SandboxSettings.OFFICIAL_ACCOUNT_SECRET));
        for (JsonNode official : Fixtures.read("22-stable-token-official").path("cases")) {
            Map<String, Object> request = Json.object(
                    "grant_type", "client_credential",
                    "appid", SandboxSettings.MINI_PROGRAM_APP_ID,
                    "secret", SandboxSettings.MINI_PROGRAM_SECRET);
            if (official.path("request").has("force_refresh")) {
                request.put(
                        "force_refresh",
                        official.path("request").path("force_refresh").asBoolean(false));
            }
            assertContains(
                    "stable_token",
                    official.path("response"),
                    caller.post("/cgi-bin/stable_token", request).json());
        }
    }

    @Test
    void loginAndPhone() throws Exception {
        JsonNode person = caller.person("张阿姨");
        String login = Json.text(caller.act(person, "login-code", Map.of()).json(), "code");
        String phone = Json.text(caller.act(person, "phone-code", Map.of()).json(), "code");
        assertShape(
                "sns_jscode2session",
                caller.get("/sns/jscode2session?grant_type=authorization_code&js_code=" + login + "&appid="
                        + SandboxSettings.MINI_PROGRAM_APP_ID + "&secret=" + SandboxSettings.MINI_PROGRAM_SECRET));
        assertShape(
                "wxa_business_getuserphonenumber",
                caller.post(
                        "/wxa/business/getuserphonenumber?access_token=" + caller.miniToken(), Map.of("code", phone)));
    }

    @Test
    void followers() throws Exception {
        JsonNode follower = caller.follower("李叔");
        JsonNode stranger = caller.person("王姐");
        String token = "?access_token=" + caller.officialToken();
        String openId = Json.text(follower, "officialAccountOpenId");
        assertShape("user_info", caller.get("/cgi-bin/user/info" + token + "&lang=zh_CN&openid=" + openId));
        assertShape("user_get", caller.get("/cgi-bin/user/get" + token));
        JsonNode both = caller.post(
                        "/cgi-bin/user/info/batchget" + token,
                        Map.of(
                                "user_list",
                                List.of(
                                        Map.of("openid", openId),
                                        Map.of("openid", Json.text(stranger, "officialAccountOpenId")))))
                .json()
                .path("user_info_list");
        assertContains(
                "batchget",
                recorded.path("user_info_batchget").path("user_info_list").path(0),
                both.path(0));
        assertThat(both.path(1).propertyNames()).containsExactlyInAnyOrder("subscribe", "openid");
    }

    @Test
    void theAccountItself() throws Exception {
        String token = "?access_token=" + caller.officialToken();
        assertShape("getcallbackip", caller.get("/cgi-bin/getcallbackip" + token));
        assertShape("ticket_getticket", caller.get("/cgi-bin/ticket/getticket" + token + "&type=jsapi"));
        assertShape(
                "qrcode_create",
                caller.post(
                        "/cgi-bin/qrcode/create" + token,
                        "{\"action_name\":\"QR_STR_SCENE\",\"expire_seconds\":2592000,"
                                + "\"action_info\":{\"scene\":{\"scene_str\":\"scene_1\"}}}"));
        assertThat(caller.post("/cgi-bin/clear_quota" + token, Map.of("appid", SandboxSettings.OFFICIAL_ACCOUNT_APP_ID))
                        .errcode())
                .isZero();
        JsonNode follower = caller.follower("赵师傅");
        assertShape(
                "message_custom_send",
                caller.post(
                        Chats.PATH + token,
                        Map.of(
                                "touser",
                                Json.text(follower, "officialAccountOpenId"),
                                "msgtype",
                                "text",
                                "text",
                                Map.of("content", "您好"))));
    }

    @Test
    void templates() throws Exception {
        JsonNode mini = caller.get("/wxaapi/newtmpl/gettemplate?access_token=" + caller.miniToken())
                .json();
        assertThat(mini.path("data").path(0).propertyNames())
                .containsExactlyInAnyOrder("priTmplId", "title", "content", "example", "type");
        JsonNode official = caller.get(
                        "/cgi-bin/template/get_all_private_template?access_token=" + caller.officialToken())
                .json();
        assertThat(Json.text(official.path("template_list").path(0), "content")).contains("{{character_string1.DATA}}");
    }

    @Test
    void miniProgramCodes() throws Exception {
        JsonNode official = Fixtures.read("21-qr-unlimited-official");
        String path = "/wxa/getwxacodeunlimit?access_token=" + caller.miniToken();

        Caller.Answer picture = caller.post(path, official.path("ok").path("request"));
        Caller.Answer refused = caller.post(path, official.path("fail").path("request"));

        assertThat(picture.contentType()).isEqualTo("image/png");
        assertThat(ImageIO.read(new ByteArrayInputStream(picture.body()))).isNotNull();
        assertThat(refused.errcode())
                .isEqualTo(
                        official.path("fail").path("response").path("errcode").asInt(0));
        assertThat(caller.post(path, Map.of("scene", "中文")).errcode()).isEqualTo(40097);
    }

    @Test
    void everyJsonAnswerSaysEncodingTheWayWechatDoes() throws Exception {
        assertThat(caller.get("/cgi-bin/getcallbackip?access_token=x").contentType())
                .isEqualTo("application/json; encoding=utf-8");
    }

    private void assertShape(String name, Caller.Answer answer) throws IOException {
        assertThat(answer.errcode()).as(name).isZero();
        assertContains(name, recorded.path(name), answer.json());
    }

    private static void assertContains(String name, JsonNode official, JsonNode ours) {
        for (Map.Entry<String, JsonNode> field : official.properties()) {
            String place = name + "." + field.getKey();
            if (GONE.contains(place)) {
                continue;
            }
            JsonNode found = ours.path(field.getKey());
            assertThat(found.getNodeType()).as(place).isEqualTo(field.getValue().getNodeType());
            if (field.getValue().isObject()) {
                assertContains(place, field.getValue(), found);
            }
        }
    }
}
