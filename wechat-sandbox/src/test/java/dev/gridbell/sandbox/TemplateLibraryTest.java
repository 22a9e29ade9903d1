package dev.gridbell.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TemplateLibraryTest extends WithReceiver {
    @Test
    void aTitleFromTheLibraryBecomesATemplateThatCanBeSent() throws Exception {
        int category = asMini("/wxaapi/newtmpl/getcategory")
                .json()
                .path("data")
                .path(0)
                .path("id")
                .asInt(0);
        JsonNode titles = asMini("/wxaapi/newtmpl/getpubtemplatetitles?start=0&limit=5&ids=" + category)
                .json();
        int tid = titles.path("data").path(0).path("tid").asInt(0);
        JsonNode words = asMini("/wxaapi/newtmpl/getpubtemplatekeywords?tid=" + tid)
                .json()
                .path("data");

        String id = add(false, tid, 1, 3);

        assertThat(titles.path("data")).hasSize(5);
        assertThat(titles.path("count").asInt(0)).isGreaterThan(5);
        assertThat(Json.text(words.path(1), "rule")).isEqualTo("thing");
        assertThat(id).hasSize(43);
        JsonNode person = caller.person("张阿姨");
        caller.accept(person, id);
        Map<String, Object> body = Json.object(
                "touser",
                mini(person),
                "template_id",
                id,
                "data",
                Map.of("character_string1", Map.of("value", "R1"), "phrase3", Map.of("value", "已受理")));
        assertThat(asMini(Sends.SUBSCRIBE, body).errcode()).isZero();
        assertThat(asMini("/wxaapi/newtmpl/deltemplate", Map.of("priTmplId", id))
                        .errcode())
                .isZero();
        assertThat(asMini(Sends.SUBSCRIBE, body).errcode()).isEqualTo(40037);
        assertThat(asMini("/wxaapi/newtmpl/deltemplate", Map.of("priTmplId", id))
                        .errcode())
                .isEqualTo(20001);
    }

    @Test
    void theLibraryNamesWhatIsWrong() throws Exception {
        assertThat(asMini("/wxaapi/newtmpl/getpubtemplatetitles?start=0&limit=5")
                        .errcode())
                .isEqualTo(200018);
        assertThat(asMini("/wxaapi/newtmpl/getpubtemplatetitles?start=0&limit=5&ids=1")
                        .errcode())
                .isEqualTo(200019);
        assertThat(asMini("/wxaapi/newtmpl/getpubtemplatetitles?start=0&limit=31&ids=9000100")
                        .errcode())
                .isEqualTo(200017);
        assertThat(asMini("/wxaapi/newtmpl/getpubtemplatekeywords?tid=7").errcode())
                .isEqualTo(200014);
        assertThat(asMini("/wxaapi/newtmpl/addtemplate", Map.of("tid", 1000, "kidList", List.of(1)))
                        .errcode())
                .isEqualTo(200020);
        assertThat(asMini("/wxaapi/newtmpl/addtemplate", Map.of("tid", 1000, "kidList", List.of(1, 9)))
                        .errcode())
                .isEqualTo(200020);
    }

    @Test
    void anOfficialAccountAddsAndDropsTemplatesOfItsIndustry() throws Exception {
        JsonNode added = asOfficial("/cgi-bin/template/api_add_template", Map.of("template_id_short", "TM01000"))
                .json();
        String id = Json.text(added, "template_id");
        assertThat(added.path("errcode").asInt(-1)).isZero();
        assertThat(ids()).contains(id);
        assertThat(asOfficial("/cgi-bin/template/del_private_template", Map.of("template_id", id))
                        .errcode())
                .isZero();
        assertThat(ids()).doesNotContain(id);
        assertThat(asOfficial("/cgi-bin/template/del_private_template", Map.of("template_id", id))
                        .errcode())
                .isEqualTo(40037);
        for (int left = 25 - ids().size(); left > 0; left--) {
            assertThat(asOfficial("/cgi-bin/template/api_add_template", Map.of("template_id_short", "TM01001"))
                            .errcode())
                    .isZero();
        }
        assertThat(asOfficial("/cgi-bin/template/api_add_template", Map.of("template_id_short", "TM01001"))
                        .errcode())
                .isEqualTo(45026);
        assertThat(asOfficial("/cgi-bin/template/api_set_industry", Map.of("industry_id1", "24", "industry_id2", "20"))
                        .errcode())
                .isZero();
        assertThat(Json.text(
                        asOfficial("/cgi-bin/template/get_industry").json().path("primary_industry"), "second_class"))
                .isEqualTo("学术科研");
    }

    @Test
    void anOfficialAccountsNoticeCostsOneConsentAndTellsHowItWent() throws Exception {
        String id = add(true, 1000, 1, 2);
        JsonNode person = caller.person("李叔");
        caller.accept(person, id);
        assertThat(receiver.take().official())
                .contains("<Event><![CDATA[subscribe_msg_popup_event]]>")
                .contains("<PopupScene><![CDATA[1]]></PopupScene>");
        Map<String, Object> body = Json.object(
                "touser",
                official(person),
                "template_id",
                id,
                "data",
                Map.of("character_string1", Map.of("value", "R1"), "thing2", Map.of("value", "灯不亮")));

        assertThat(asOfficial(Sends.NOTICE, body).errcode()).isZero();
        assertThat(receiver.take().official())
                .contains("<SubscribeMsgSentEvent><List>")
                .contains("<ErrorStatus><![CDATA[success]]>");
        assertThat(asOfficial(Sends.NOTICE, body).errcode()).isEqualTo(43101);
        assertThat(caller.sendTemplate(person, "1").errcode()).as("no follower").isEqualTo(43004);
        body.put("template_id", Caller.OFFICIAL_TEMPLATE);
        assertThat(asOfficial(Sends.NOTICE, body).errcode()).isEqualTo(40037);
    }

    private List<String> ids() throws IOException, InterruptedException {
        return asOfficial("/cgi-bin/template/get_all_private_template")
                .json()
                .path("template_list")
                .valueStream()
                .map(template -> Json.text(template, "template_id"))
                .toList();
    }

    private String add(boolean forOfficial, int tid, Integer... words) throws IOException, InterruptedException {
        Map<String, Object> wish = Json.object("tid", tid, "kidList", List.of(words), "sceneDesc", "受理后告知");
        String path = "/wxaapi/newtmpl/addtemplate";
        return Json.text((forOfficial ? asOfficial(path, wish) : asMini(path, wish)).json(), "priTmplId");
    }
}
