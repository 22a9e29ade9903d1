package cn.gridbell.message.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gridbell.wechat.WechatApp;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TemplateCatalogueTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Particulars VISIT = new Particulars(
            42,
            "V20261124001",
            "燃气安全检查",
            "已确认",
            "网格员 王敏",
            "您预约",
            Instant.parse("2026-11-25T10:00:00Z"),
            Instant.parse("2026-11-25T10:30:00Z"),
            Instant.parse("2026-11-24T10:00:00Z"));

    private final TemplateCatalogue catalogue = new TemplateCatalogue(JSON, new TemplateProperties(Map.of()));

    private static String file() throws IOException {
        return read("/cn/gridbell/message/templates.json");
    }

    private static String read(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(TemplateCatalogueTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static TemplateCatalogue of(String file) {
        return new TemplateCatalogue(
                JSON, new TemplateProperties(Map.of()), new ByteArrayResource(file.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void usesTheSandboxsTemplatesWhereNothingElseIsSet() throws IOException {
        Set<String> known = new HashSet<>();
        for (JsonNode template : JSON.readTree(read("/sandbox-templates.json")).get("templates")) {
            known.add(template.get("officialAccount").asString());
            known.add(template.get("miniProgram").asString());
        }

        for (Scene scene : Scene.values()) {
            for (WechatApp app : WechatApp.values()) {
                assertThat(known).contains(catalogue.templateId(scene, app));
            }
        }
    }

    @Test
    void usesAStreetsOwnTemplates() {
        var own = TemplateProperties.Own.ids("OwnOfficialAccountTemplate", "OwnMiniProgramTemplate", true);
        var ours = new TemplateCatalogue(JSON, new TemplateProperties(Map.of(Scene.VISIT_CONFIRMED, own)));

        assertThat(ours.templateId(Scene.VISIT_CONFIRMED, WechatApp.MINI_PROGRAM))
                .isEqualTo("OwnMiniProgramTemplate");
        assertThat(ours.isLongTerm("OwnMiniProgramTemplate")).isTrue();
        assertThat(ours.knows("MP-VISIT-CONFIRMED-000000000000000000000000")).isFalse();
    }

    @Test
    void writesTimesAsPeopleHereReadThem() {
        Draft draft = catalogue.write(Scene.VISIT_CONFIRMED, VISIT);

        assertThat(draft.fieldsFor(WechatApp.OFFICIAL_ACCOUNT)).containsEntry("time5", "2026年11月25日 18:00~18:30");
        assertThat(draft.text()).startsWith("您预约的敲门走访（燃气安全检查，编号V20261124001）已确认：网格员 王敏将在2026年11月25日 18:00~18:30上门");
        assertThat(draft.page()).isEqualTo("pages/visit/detail?id=42");
    }

    @Test
    void asksForAtMostThreeTemplatesBeforeATap() {
        for (Ask ask : Ask.values()) {
            assertThat(catalogue.askedBefore(ask)).hasSizeBetween(1, 3).doesNotHaveDuplicates();
        }
    }

    @Test
    void refusesToStartWithATextThatDoesNotSayWhoAnswersForIt() throws IOException {
        String broken = file().replace("将在{when}上门", "上门").replace("{who}上门", "我们上门");

        assertThatThrownBy(() -> of(broken))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("who answers for it");
    }

    @Test
    void refusesToStartWithAPlaceItCannotFill() throws IOException {
        String broken = file().replace("（{what}，编号{number}）已确认", "（{whom}，编号{number}）已确认");

        assertThatThrownBy(() -> of(broken)).hasMessageContaining("{whom}");
    }

    @Test
    void refusesToStartWithAFieldWhoseRuleItDoesNotKnow() throws IOException {
        String broken = file().replace("\"phrase3\"", "\"enum3\"");

        assertThatThrownBy(() -> of(broken)).hasMessageContaining("enum3");
    }

    @Test
    void refusesToStartWithOneIdForTwoTemplates() throws IOException {
        String broken = file().replace(
                        "MP-VISIT-DECLINED-0000000000000000000000000", "MP-VISIT-PROPOSED-0000000000000000000000000");

        assertThatThrownBy(() -> of(broken)).hasMessageContaining("used twice");
    }
}
