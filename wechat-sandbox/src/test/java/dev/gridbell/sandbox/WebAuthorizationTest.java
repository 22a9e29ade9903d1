package dev.gridbell.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WebAuthorizationTest extends WithReceiver {
    private static final String PAGE = "/connect/oauth2/authorize?appid=" + SandboxSettings.OFFICIAL_ACCOUNT_APP_ID
            + "&redirect_uri=http%3A%2F%2F127.0.0.1%2Fback%3Fa%3D1&response_type=code&state=st%20ate";

    @Test
    void thePageComesBackWithACodeThatTellsWhoItIs() throws Exception {
        JsonNode person = caller.person("张阿姨");

        Caller.Answer page = caller.get(PAGE + "&scope=snsapi_userinfo&sandbox_person=" + Json.text(person, "id"));
        JsonNode granted = token(code(page)).json();
        String token = Json.text(granted, "access_token");
        JsonNode who = caller.get("/sns/userinfo?lang=zh_CN&access_token=" + token + "&openid=" + official(person))
                .json();

        assertThat(page.status()).isEqualTo(302);
        assertThat(page.location())
                .startsWith("http://127.0.0.1/back?a=1&code=")
                .endsWith("&state=st+ate");
        assertThat(Json.text(granted, "openid")).isEqualTo(official(person));
        assertThat(Json.text(granted, "scope")).isEqualTo("snsapi_userinfo");
        assertThat(Json.text(who, "unionid")).isEqualTo(Json.text(person, "unionId"));
        assertThat(caller.get("/sns/auth?access_token=" + token + "&openid=" + official(person))
                        .errcode())
                .isZero();
        assertThat(caller.get("/sns/auth?access_token=" + token + "&openid=somebody")
                        .errcode())
                .isEqualTo(40003);
    }

    @Test
    void aCodeIsGoodForOneUseAndATokenForTwoHours() throws Exception {
        JsonNode person = caller.person("李叔");
        String code = code(caller.get(PAGE + "&scope=snsapi_base&sandbox_person=" + Json.text(person, "id")));
        JsonNode granted = token(code).json();
        assertThat(token(code).errcode()).isEqualTo(40163);
        assertThat(token("nothing").errcode()).isEqualTo(40029);
        String userInfo = "/sns/userinfo?openid=" + official(person) + "&access_token=";
        assertThat(caller.get(userInfo + Json.text(granted, "access_token")).errcode())
                .as("base says no more than who it is")
                .isEqualTo(48001);
        clockAt(OauthGrants.LIFE.toSeconds() + 1);
        assertThat(caller.get("/sns/auth?openid=" + official(person) + "&access_token="
                                + Json.text(granted, "access_token"))
                        .errcode())
                .isEqualTo(40001);

        JsonNode fresh = caller.get("/sns/oauth2/refresh_token?grant_type=refresh_token&appid="
                        + SandboxSettings.OFFICIAL_ACCOUNT_APP_ID + "&refresh_token="
                        + Json.text(granted, "refresh_token"))
                .json();

        assertThat(caller.get("/sns/auth?openid=" + official(person) + "&access_token="
                                + Json.text(fresh, "access_token"))
                        .errcode())
                .isZero();
    }

    @Test
    void asksWhoItIsWhenTheAddressDoesNotSay() throws Exception {
        caller.person("<王姐>");

        String page = new String(caller.get(PAGE + "&scope=snsapi_base").body(), UTF_8);

        assertThat(page).contains("&lt;王姐>").contains("sandbox_person=p1").doesNotContain("<王姐");
        assertThat(caller.get(PAGE + "&scope=everything").status()).isEqualTo(400);
        assertThat(caller.get(PAGE.replace("appid=wx", "appid=xx") + "&scope=snsapi_base")
                        .status())
                .isEqualTo(400);
    }

    private Caller.Answer token(String code) throws IOException, InterruptedException {
        return caller.get("/sns/oauth2/access_token?grant_type=authorization_code&appid="
                + SandboxSettings.OFFICIAL_ACCOUNT_APP_ID + "&secret=" + SandboxSettings.OFFICIAL_ACCOUNT_SECRET
                + "&code=" + code);
    }

    private static String code(Caller.Answer page) {
        return page.location().replaceAll(".*[?&]code=([A-Za-z0-9]+).*", "$1");
    }
}
