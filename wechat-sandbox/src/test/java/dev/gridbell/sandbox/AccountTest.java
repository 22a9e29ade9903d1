package dev.gridbell.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AccountTest extends WithReceiver {
    @Test
    void tokensAreRefusedOutsideTheWhiteListAndForAFrozenSecret() throws Exception {
        caller.put("/sandbox/limits", Map.of("ipNotListed", 1));
        assertThat(classicToken().errcode()).isEqualTo(40164);
        caller.put("/sandbox/limits", Map.of("ipNotListed", 0, "secretFrozen", 1));
        assertThat(classicToken().errcode()).isEqualTo(40243);
        caller.put("/sandbox/limits", Map.of("secretFrozen", 0));
        assertThat(classicToken().errcode()).isZero();
    }

    @Test
    void tellsWhatIsLeftOfADay() throws Exception {
        caller.sendTemplate(follower("张阿姨"), "m-1");

        JsonNode quota = asOfficial("/cgi-bin/openapi/quota/get", Map.of("cgi_path", Sends.TEMPLATE))
                .json()
                .path("quota");

        assertThat(quota.path("daily_limit").asInt(0)).isEqualTo(100_000);
        assertThat(quota.path("used").asInt(0)).isEqualTo(1);
        assertThat(quota.path("remain").asInt(0)).isEqualTo(99_999);
        assertThat(asOfficial("/cgi-bin/openapi/quota/get", Map.of("cgi_path", "/no/such"))
                        .errcode())
                .isEqualTo(76021);
    }

    @Test
    void findsARefusalByTheRidAtItsEnd() throws Exception {
        String message =
                Json.text(asOfficial("/cgi-bin/user/info?openid=nobody").json(), "errmsg");
        String rid = message.replaceAll(".* rid: ", "");

        JsonNode request = asOfficial("/cgi-bin/openapi/rid/get", Map.of("rid", rid))
                .json()
                .path("request");

        assertThat(Json.text(request, "response_body")).contains(rid).contains("40003");
        assertThat(asOfficial("/cgi-bin/openapi/rid/get", Map.of("rid", "0-0-0"))
                        .errcode())
                .isEqualTo(76001);
    }

    @Test
    void checksTheWayBack() throws Exception {
        JsonNode answer = asOfficial("/cgi-bin/callback/check", Map.of("action", "all", "check_operator", "DEFAULT"))
                .json();
        JsonNode recorded =
                Fixtures.read("18-api-responses-wechatpy").path("responses").path("callback_check");

        assertThat(answer.path("dns").path(0).propertyNames())
                .containsExactlyElementsOf(recorded.path("dns").path(0).propertyNames());
        assertThat(answer.path("ping").path(0).propertyNames())
                .containsExactlyElementsOf(recorded.path("ping").path(0).propertyNames());
        assertThat(asOfficial("/cgi-bin/callback/check", Map.of("action", "smoke"))
                        .errcode())
                .isEqualTo(40201);
    }

    @Test
    void knowsARiskyPerson() throws Exception {
        JsonNode person = caller.person("李叔");
        caller.act(person, "risk", Map.of("rank", 3));

        JsonNode answer = asMini(
                        "/wxa/getuserriskrank",
                        Map.of(
                                "appid",
                                SandboxSettings.MINI_PROGRAM_APP_ID,
                                "openid",
                                mini(person),
                                "scene",
                                0,
                                "client_ip",
                                "127.0.0.1"))
                .json();

        assertThat(answer.path("risk_rank").asInt(0)).isEqualTo(3);
    }

    @Test
    void linksLiveThirtyDaysAtMostAndCanBeLookedUp() throws Exception {
        Map<String, Object> wish = Json.object("path", "pages/home", "query", "a=1", "expire_type", 1);
        wish.put("expire_interval", 30);
        String link = Json.text(asMini("/wxa/generate_urllink", wish).json(), "url_link");
        JsonNode about =
                asMini("/wxa/query_urllink", Map.of("url_link", link)).json().path("url_link_info");
        assertThat(Json.text(about, "path")).isEqualTo("pages/home");
        wish.put("expire_interval", 31);
        assertThat(asMini("/wxa/generate_urllink", wish).errcode()).isEqualTo(85401);
        assertThat(asMini("/wxa/generate_urllink", Map.of("query", "名字")).errcode())
                .isEqualTo(40212);
        assertThat(asMini("/wxa/query_urllink", Map.of("url_link", "https://wxaurl.cn/none"))
                        .errcode())
                .isEqualTo(40097);
        assertThat(Json.text(
                        asMini("/wxa/genwxashortlink", Map.of("page_url", "pages/home"))
                                .json(),
                        "link"))
                .startsWith("#小程序://");
        caller.put("/sandbox/limits", Map.of("urlLinkPerDay", 1));
        assertThat(asMini("/wxa/generatescheme", Map.of("jump_wxa", Map.of("path", "pages/home")))
                        .errcode())
                .isEqualTo(45009);
    }

    @Test
    void codesOfTheTwoCountedKindsRunOut() throws Exception {
        caller.put("/sandbox/limits", Map.of("codesInAll", 2));
        assertThat(asMini("/wxa/getwxacode", Map.of("path", "pages/home?a=1")).contentType())
                .isEqualTo("image/png");
        assertThat(asMini("/cgi-bin/wxaapp/createwxaqrcode", Map.of("path", "p".repeat(129)))
                        .errcode())
                .isEqualTo(40159);
        assertThat(asMini("/cgi-bin/wxaapp/createwxaqrcode", Map.of("path", "pages/home"))
                        .contentType())
                .isEqualTo("image/png");
        asMini("/cgi-bin/clear_quota", Map.of("appid", SandboxSettings.MINI_PROGRAM_APP_ID));
        assertThat(asMini("/wxa/getwxacode", Map.of("path", "pages/home")).errcode())
                .isEqualTo(45029);
    }

    private Caller.Answer classicToken() throws Exception {
        return caller.get("/cgi-bin/token?grant_type=client_credential&appid=" + SandboxSettings.OFFICIAL_ACCOUNT_APP_ID
                + "&secret=" + SandboxSettings.OFFICIAL_ACCOUNT_SECRET);
    }
}
