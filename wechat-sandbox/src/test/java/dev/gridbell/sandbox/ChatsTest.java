package dev.gridbell.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ChatsTest extends WithReceiver {
    @Test
    void fiveWithinTwoDaysOfAMessage() throws Exception {
        JsonNode person = follower("卫嫂");
        clockAt(120);
        say(person, "路灯坏了");
        clockAt(120 + 48 * 3_600 - 30);

        for (int i = 0; i < 5; i++) {
            assertThat(officialSays(person)).isZero();
        }
        assertThat(officialSays(person)).isEqualTo(45047);
        clockAt(120 + 48 * 3_600 + 1);
        assertThat(officialSays(person)).isEqualTo(45015);
    }

    @Test
    void threeWithinAMinuteOfFollowingScanningOrTheMenu() throws Exception {
        JsonNode person = follower("蒋爷");
        assertThreeThenUsedUp(person);
        clockAt(61);
        assertThat(officialSays(person)).isEqualTo(45015);
        caller.act(person, "scan", Map.of("scene", "grid_1"));
        assertThreeThenUsedUp(person);
        clockAt(122);
        caller.act(person, "click", Map.of("key", "MINE"));
        assertThreeThenUsedUp(person);
    }

    @Test
    void aTapAddsToWhatAMessageLeft() throws Exception {
        JsonNode person = follower("沈姨");
        clockAt(61);
        say(person, "在吗");
        for (int i = 0; i < 5; i++) {
            assertThat(officialSays(person)).isZero();
        }
        caller.act(person, "click", Map.of("key", "MINE"));

        assertThreeThenUsedUp(person);
    }

    @Test
    void unfollowingClosesTheChat() throws Exception {
        JsonNode person = follower("韩伯");
        say(person, "在吗");
        caller.act(person, "unfollow", Map.of());

        assertThat(officialSays(person)).isEqualTo(45015);
    }

    @Test
    void aMiniProgramHasFiveAfterAMessageAndTwoAfterEntering() throws Exception {
        JsonNode person = caller.person("杨叔");
        assertThat(miniSays(person)).isEqualTo(45015);

        caller.act(person, "enter", Map.of("sessionFrom", "home"));
        JsonNode entered = receiver.take().mini();
        assertThat(miniSays(person)).isZero();
        assertThat(miniSays(person)).isZero();
        assertThat(miniSays(person)).isEqualTo(45047);
        caller.act(person, "say", Map.of("app", "MINI_PROGRAM", "text", "你好"));
        JsonNode said = receiver.take().mini();
        clockAt(61);
        for (int i = 0; i < 5; i++) {
            assertThat(miniSays(person)).isZero();
        }

        assertThat(miniSays(person)).isEqualTo(45047);
        assertThat(Json.text(entered, "Event")).isEqualTo("user_enter_tempsession");
        assertThat(Json.text(entered, "SessionFrom")).isEqualTo("home");
        assertThat(Json.text(said, "Content")).isEqualTo("你好");
        assertThat(said.path("MsgId").isIntegralNumber()).isTrue();
        assertThat(officialSays(person)).as("the other app's chat").isEqualTo(45015);
        assertThat(Json.text(caller.messages(person).path(0), "channel")).isEqualTo("MINI_PROGRAM_CHAT");
    }

    @Test
    void takesTheKindsOfMessagesOfEachApp() throws Exception {
        JsonNode person = follower("朱婶");
        say(person, "在吗");
        Map<String, Object> news =
                Map.of("articles", List.of(Map.of("title", "停水通知", "url", "http://127.0.0.1/notice")));
        Map<String, Object> menu = Map.of(
                "head_content", "满意吗？", "list", List.of(Map.of("id", "1", "content", "满意")), "tail_content", "谢谢");

        assertThat(sends(person, "news", news)).isZero();
        assertThat(sends(person, "msgmenu", menu)).isZero();
        assertThat(sends(person, "image", Map.of("media_id", "nothing"))).isEqualTo(40007);
        assertThat(sends(person, "link", Map.of("title", "甲", "url", "http://a")))
                .isEqualTo(40008);
        assertThat(sends(person, "text", Map.of("content", ""))).isEqualTo(44004);
        assertThat(sends(person, "text", Map.of("content", "长".repeat(700)))).isEqualTo(45002);

        JsonNode shown = caller.messages(person);
        assertThat(Json.text(shown.path(1), "text")).isEqualTo("[图文] 停水通知");
        assertThat(Json.text(shown.path(1), "page")).isEqualTo("http://127.0.0.1/notice");
        assertThat(Json.text(shown.path(2), "text")).isEqualTo("满意吗？\n· 满意\n谢谢");
    }

    private void assertThreeThenUsedUp(JsonNode person) throws IOException, InterruptedException {
        for (int i = 0; i < 3; i++) {
            assertThat(officialSays(person)).isZero();
        }
        assertThat(officialSays(person)).isEqualTo(45047);
    }

    private int officialSays(JsonNode person) throws IOException, InterruptedException {
        return sends(person, "text", Map.of("content", "已收到"));
    }

    private int sends(JsonNode person, String type, Object part) throws IOException, InterruptedException {
        return asOfficial(Chats.PATH, Json.object("touser", official(person), "msgtype", type, type, part))
                .errcode();
    }

    private int miniSays(JsonNode person) throws IOException, InterruptedException {
        return asMini(
                        Chats.PATH,
                        Json.object("touser", mini(person), "msgtype", "text", "text", Map.of("content", "您好")))
                .errcode();
    }
}
