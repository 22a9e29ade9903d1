package dev.gridbell.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MenusTest extends WithReceiver {
    private static final Map<String, Object> CLICK = button("我的诉求", "click", "key", "MINE");
    private static final Map<String, Object> VIEW = button("办事指南", "view", "url", "http://127.0.0.1/guide");

    @Test
    void givesBackWhatWasCreatedUntilItIsDeleted() throws Exception {
        assertThat(asOfficial("/cgi-bin/menu/get").errcode()).isEqualTo(46003);
        assertThat(create(CLICK, Json.object("name", "更多", "sub_button", List.of(VIEW))))
                .isZero();

        JsonNode buttons = asOfficial("/cgi-bin/menu/get").json().path("menu").path("button");

        assertThat(Json.text(buttons.path(0), "key")).isEqualTo("MINE");
        assertThat(Json.text(buttons.path(1).path("sub_button").path(0), "url")).isEqualTo("http://127.0.0.1/guide");
        assertThat(asOfficial("/cgi-bin/menu/delete").errcode()).isZero();
        assertThat(asOfficial("/cgi-bin/menu/get").errcode()).isEqualTo(46003);
    }

    @Test
    void namesWhatIsWrongWithAMenu() throws Exception {
        assertThat(create(CLICK, CLICK, CLICK, CLICK)).as("four at the top").isEqualTo(40016);
        assertThat(create()).as("none").isEqualTo(40016);
        assertThat(create(Json.object("name", "更多", "sub_button", Collections.nCopies(6, VIEW))))
                .as("six below")
                .isEqualTo(40023);
        assertThat(create(button("名字超过十六个字节", "click", "key", "A"))).isEqualTo(40018);
        assertThat(create(button("甲", "shake", "key", "A"))).isEqualTo(40017);
        assertThat(create(button("甲", "click", "key", "k".repeat(129)))).isEqualTo(40019);
        assertThat(create(button("甲", "view", "url", "guide.html"))).isEqualTo(40020);
        assertThat(create(below(button("子".repeat(21), "click", "key", "A")))).isEqualTo(40025);
        assertThat(create(below(button("乙", "click", "key", "")))).isEqualTo(40026);
        assertThat(create(button("甲", "miniprogram", "url", "http://a"))).isEqualTo(40013);
        assertThat(asOfficial("/cgi-bin/menu/get").errcode())
                .as("nothing was created")
                .isEqualTo(46003);
    }

    @Test
    void aThumbFindsOnlyWhatIsInTheMenu() throws Exception {
        JsonNode person = follower("张阿姨");
        Map<String, Object> program = button("小程序", "miniprogram", "url", "http://127.0.0.1/old");
        program.put("appid", SandboxSettings.MINI_PROGRAM_APP_ID);
        program.put("pagepath", "pages/home");
        assertThat(create(CLICK, below(VIEW), program)).isZero();

        assertThat(caller.act(person, "click", Map.of("key", "OTHERS")).status())
                .isEqualTo(400);
        assertThat(caller.act(person, "click", Map.of("key", "MINE")).status()).isEqualTo(200);
        assertThat(receiver.take().official())
                .contains("<Event><![CDATA[CLICK]]>")
                .contains("<EventKey><![CDATA[MINE]]>");
        caller.act(person, "click", Map.of("key", "办事指南"));
        assertThat(receiver.take().official())
                .contains("<Event><![CDATA[VIEW]]>")
                .contains("<EventKey><![CDATA[http://127.0.0.1/guide]]>")
                .contains("<MenuId>");
        caller.act(person, "click", Map.of("key", "小程序"));
        assertThat(receiver.take().official())
                .contains("<Event><![CDATA[view_miniprogram]]>")
                .contains("<EventKey><![CDATA[pages/home]]>");
    }

    private int create(Object... buttons) throws IOException, InterruptedException {
        return asOfficial("/cgi-bin/menu/create", Map.of("button", List.of(buttons)))
                .errcode();
    }

    private static Map<String, Object> below(Object button) {
        return Json.object("name", "更多", "sub_button", List.of(button));
    }

    private static Map<String, Object> button(String name, String type, String field, String value) {
        return Json.object("type", type, "name", name, field, value);
    }
}
