package dev.gridbell.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FollowersTest extends WithReceiver {
    @Test
    void tagsGroupFollowers() throws Exception {
        String first = official(follower("张阿姨"));
        String second = official(follower("李叔"));
        int tag = create("热心居民").path("tag").path("id").asInt(0);

        assertThat(tagging("batchtagging", tag, first, second)).isZero();
        JsonNode page =
                asOfficial("/cgi-bin/user/tag/get", Map.of("tagid", tag)).json();
        JsonNode rest = asOfficial("/cgi-bin/user/tag/get", Map.of("tagid", tag, "next_openid", first))
                .json();

        assertThat(page.path("count").asInt(0)).isEqualTo(2);
        assertThat(Json.text(page, "next_openid")).isEqualTo(second);
        assertThat(rest.path("count").asInt(0)).isEqualTo(1);
        assertThat(asOfficial("/cgi-bin/tags/getidlist", Map.of("openid", first))
                        .json()
                        .path("tagid_list"))
                .hasSize(1);
        assertThat(asOfficial("/cgi-bin/user/info?openid=" + first).json().path("tagid_list"))
                .hasSize(1);
        assertThat(tagging("batchuntagging", tag, first)).isZero();
        assertThat(asOfficial("/cgi-bin/tags/get")
                        .json()
                        .path("tags")
                        .path(1)
                        .path("count")
                        .asInt(0))
                .isEqualTo(1);
    }

    @Test
    void tagsHaveRules() throws Exception {
        String follower = official(follower("王姐"));
        String stranger = official(caller.person("赵师傅"));
        int tag = create("热心居民").path("tag").path("id").asInt(0);
        int other = create("商户").path("tag").path("id").asInt(0);

        assertThat(create("热心居民").path("errcode").asInt(0)).isEqualTo(45157);
        assertThat(create("名".repeat(11)).path("errcode").asInt(0)).isEqualTo(45158);
        assertThat(asOfficial("/cgi-bin/tags/update", Map.of("tag", Map.of("id", other, "name", "热心居民")))
                        .errcode())
                .isEqualTo(45157);
        assertThat(asOfficial("/cgi-bin/tags/update", Map.of("tag", Map.of("id", tag, "name", "志愿者")))
                        .errcode())
                .isZero();
        assertThat(asOfficial("/cgi-bin/tags/delete", Map.of("tag", Map.of("id", 2)))
                        .errcode())
                .isEqualTo(45058);
        assertThat(tagging("batchtagging", 999, follower)).isEqualTo(45159);
        assertThat(tagging("batchtagging", tag, stranger)).isEqualTo(49003);
        assertThat(tagging("batchtagging", tag, "nobody")).isEqualTo(40003);
        assertThat(tagging("batchtagging", tag)).isEqualTo(40032);
        assertThat(asOfficial("/cgi-bin/tags/delete", Map.of("tag", Map.of("id", tag)))
                        .errcode())
                .isZero();
        assertThat(tagging("batchtagging", tag, follower)).isEqualTo(45159);
    }

    @Test
    void whoIsOnTheBlackListGetsNothing() throws Exception {
        JsonNode person = follower("钱大爷");
        say(person, "在吗");
        List<String> list = List.of(official(person));
        assertThat(asOfficial("/cgi-bin/tags/members/batchblacklist", Map.of("openid_list", list))
                        .errcode())
                .isZero();

        JsonNode listed = asOfficial("/cgi-bin/tags/members/getblacklist", Map.of("begin_openid", ""))
                .json();

        assertThat(listed.path("data").path("openid").path(0).asString("")).isEqualTo(list.get(0));
        assertThat(caller.sendTemplate(person, "m-1").errcode()).isEqualTo(43019);
        Map<String, Object> words =
                Json.object("touser", official(person), "msgtype", "text", "text", Map.of("content", "您好"));
        assertThat(asOfficial(Chats.PATH, words).errcode()).isEqualTo(43019);
        assertThat(asOfficial("/cgi-bin/tags/members/batchunblacklist", Map.of("openid_list", list))
                        .errcode())
                .isZero();
        assertThat(caller.sendTemplate(person, "m-1").errcode()).isZero();
    }

    @Test
    void theListOfFollowersGoesOnAfterTheLastOpenIdSeen() throws Exception {
        String first = official(follower("孙阿姨"));
        String second = official(follower("周哥"));

        JsonNode rest = asOfficial("/cgi-bin/user/get?next_openid=" + first).json();
        JsonNode end = asOfficial("/cgi-bin/user/get?next_openid=" + second).json();

        assertThat(rest.path("total").asInt(0)).isEqualTo(2);
        assertThat(rest.path("data").path("openid").path(0).asString("")).isEqualTo(second);
        assertThat(end.path("count").asInt(-1)).isZero();
        assertThat(end.has("data")).isFalse();
    }

    private JsonNode create(String name) throws IOException, InterruptedException {
        return asOfficial("/cgi-bin/tags/create", Map.of("tag", Map.of("name", name)))
                .json();
    }

    private int tagging(String what, int tag, String... openIds) throws IOException, InterruptedException {
        return asOfficial("/cgi-bin/tags/members/" + what, Map.of("tagid", tag, "openid_list", List.of(openIds)))
                .errcode();
    }
}
