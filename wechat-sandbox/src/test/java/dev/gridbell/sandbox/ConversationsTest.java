package dev.gridbell.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ConversationsTest extends WithReceiver {
    private static final JsonNode RECORDED =
            Fixtures.read("11-mp-messages-real-xml").path("cases");

    @Test
    void textPicturesAndPlacesHaveTheElementsOfRecordedPushes() throws Exception {
        JsonNode person = follower("张阿姨");

        say(person, "你好");
        String text = receiver.take().official();
        caller.act(person, "picture", Map.of("color", "#ff0000", "width", 30, "height", 20));
        String image = receiver.take().official();
        caller.act(person, "place", Map.of("latitude", 39.909092, "longitude", 116.481995, "label", "朝阳区建国路77号"));
        String location = receiver.take().official();

        assertThat(elements(text)).isEqualTo(elements(Json.text(RECORDED, "TextDemo")));
        assertThat(elements(image)).isEqualTo(elements(Json.text(RECORDED, "ImageDemo")));
        assertThat(elements(location)).isEqualTo(elements(Json.text(RECORDED, "LocationDemo")));
        assertThat(location).contains("<Location_X>39.909092</Location_X>").contains("<Scale>15</Scale>");
    }

    @Test
    void aSentPictureIsSeenAtItsAddressAndByItsNumber() throws Exception {
        JsonNode person = follower("李叔");
        caller.act(person, "picture", Map.of("color", "#ff00ff", "width", 30, "height", 20));
        String push = receiver.take().official();
        String url = push.replaceAll("(?s).*<PicUrl><!\\[CDATA\\[(.*?)]]>.*", "$1");
        String mediaId = push.replaceAll("(?s).*<MediaId><!\\[CDATA\\[(.*?)]]>.*", "$1");

        Caller.Answer seen = caller.get(URI.create(url).getPath());

        assertThat(url).startsWith(sandbox.baseUrl().toString());
        assertThat(asOfficial("/cgi-bin/media/get?media_id=" + mediaId).body()).isEqualTo(seen.body());
        assertThat(ImageIO.read(new ByteArrayInputStream(seen.body())).getWidth())
                .isEqualTo(30);
        byte[] own = CodePicture.png("mine");
        assertThat(caller.upload("/sandbox/people/" + Json.text(person, "id") + "/picture", own)
                        .status())
                .isEqualTo(200);
        String second = receiver.take().official().replaceAll("(?s).*<PicUrl><!\\[CDATA\\[(.*?)]]>.*", "$1");
        assertThat(caller.get(URI.create(second).getPath()).body()).isEqualTo(own);
    }

    @Test
    void refusesWhatAPhoneCannotDo() throws Exception {
        JsonNode person = follower("王姐");
        for (Map.Entry<String, Object> wish : List.<Map.Entry<String, Object>>of(
                Map.entry("picture", Map.of("color", "red")),
                Map.entry("picture", Map.of("width", 0)),
                Map.entry("place", Map.of("latitude", 91, "longitude", 0, "label", "北极以北")),
                Map.entry("place", Map.of("latitude", 31, "longitude", 121)),
                Map.entry("say", Map.of("text", "你好", "app", "BOTH")),
                Map.entry("authorization", Map.of("event", "MAYBE")))) {
            assertThat(caller.act(person, wish.getKey(), wish.getValue()).status())
                    .as(wish.toString())
                    .isEqualTo(400);
        }
        assertThat(caller.get("/sandbox/pictures/nothing").status()).isEqualTo(404);
    }

    @Test
    void takingAPermissionBackIsToldToTheAppAlone() throws Exception {
        JsonNode person = caller.person("赵师傅");
        caller.act(person, "authorization", Map.of("event", "REVOKE", "app", "MINI_PROGRAM", "revokeInfo", "12"));

        JsonNode push = receiver.take().mini();

        assertThat(Json.text(push, "Event")).isEqualTo("user_authorization_revoke");
        assertThat(Json.text(push, "OpenID")).isEqualTo(mini(person));
        assertThat(Json.text(push, "FromUserName")).isNotEqualTo(mini(person));
        assertThat(Json.text(push, "AppID")).isEqualTo(SandboxSettings.MINI_PROGRAM_APP_ID);
        assertThat(Json.text(push, "RevokeInfo")).isEqualTo("12");
        caller.accept(person, Caller.MINI_TEMPLATE);
        assertThat(caller.sendSubscribe(person, Caller.fields()).errcode()).isZero();
    }

    @Test
    void whoClosedTheAccountIsUnknownToBothApps() throws Exception {
        JsonNode person = follower("钱大爷");
        caller.accept(person, Caller.MINI_TEMPLATE);
        receiver.take();
        String code = Json.text(caller.act(person, "login-code", Map.of()).json(), "code");

        caller.act(person, "authorization", Map.of("event", "CANCELLATION"));
        List<Receiver.Received> pushes = List.of(receiver.take(), receiver.take());

        assertThat(pushes).extracting(Receiver.Received::path).containsExactlyInAnyOrder("/oa", "/mp");
        assertThat(pushes).filteredOn(push -> push.path().equals("/oa")).first().satisfies(push -> assertThat(
                        push.official())
                .contains("<Event><![CDATA[user_authorization_cancellation]]>")
                .contains("<OpenID><![CDATA[" + official(person) + "]]>")
                .contains("<AppID><![CDATA[" + SandboxSettings.OFFICIAL_ACCOUNT_APP_ID + "]]>"));
        assertThat(caller.sendTemplate(person, "m-1").errcode()).isEqualTo(40003);
        assertThat(caller.sendSubscribe(person, Caller.fields()).errcode()).isEqualTo(40003);
        assertThat(asOfficial("/cgi-bin/user/info?openid=" + official(person)).errcode())
                .isEqualTo(40003);
        assertThat(caller.get("/sns/jscode2session?grant_type=authorization_code&js_code=" + code + "&appid="
                                + SandboxSettings.MINI_PROGRAM_APP_ID + "&secret="
                                + SandboxSettings.MINI_PROGRAM_SECRET)
                        .errcode())
                .isEqualTo(40003);
        assertThat(caller.act(person, "login-code", Map.of()).status()).isEqualTo(400);
    }

    /** The names of all elements, in any order. */
    private static List<String> elements(String xml) {
        Matcher names = Pattern.compile("<([A-Za-z_]+)>").matcher(xml);
        return names.results().map(found -> found.group(1)).sorted().toList();
    }
}
