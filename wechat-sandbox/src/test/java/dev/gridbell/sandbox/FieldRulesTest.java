package dev.gridbell.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FieldRulesTest {
    /** One value of each type that may be sent and one that may not. */
    private static final Map<String, List<String>> SAMPLES = Map.ofEntries(
            Map.entry("thing", List.of("楼道灯不亮，请尽快修理", "一二三四五六七八九十一二三四五六七八九十一")),
            Map.entry("number", List.of("3.14", "3,14")),
            Map.entry("letter", List.of("ABCdef", "ABC1")),
            Map.entry("symbol", List.of("!@#￥", "!a")),
            Map.entry("character_string", List.of("R2026-0001/a", "R2026号")),
            Map.entry("time", List.of("2019年10月1日 15:01~16:00", "2019年10月1日 25:01")),
            Map.entry("date", List.of("2019年10月1日", "2019年13月1日")),
            Map.entry("amount", List.of("￥1000.50元", "一百元")),
            Map.entry("phone_number", List.of("+86-0766-66888866", "138000000010000000")),
            Map.entry("car_number", List.of("粤A8Z888挂", "粤A8Z888888")),
            Map.entry("name", List.of("王敏", "王敏王敏王敏王敏王敏王")),
            Map.entry("phrase", List.of("配送中", "正在配送途中")),
            Map.entry("enum", List.of("绿色", "紫色")));

    @Test
    void knowsEveryTypeOfTheOfficialTable() {
        Set<String> official = new TreeSet<>();
        Fixtures.read("20-subscribe-send-official")
                .path("field_limits")
                .forEach(limit -> official.add(limit.path(0).asString("")));

        assertThat(SAMPLES.keySet()).containsExactlyInAnyOrderElementsOf(official);
    }

    @Test
    void takesAGoodValueOfEachType() {
        SAMPLES.forEach((type, values) -> assertThat(allows(type, values.get(0)))
                .as("%s takes %s", type, values.get(0))
                .isTrue());
    }

    @Test
    void refusesABadValueOfEachType() {
        SAMPLES.forEach((type, values) -> assertThat(allows(type, values.get(1)))
                .as("%s refuses %s", type, values.get(1))
                .isFalse());
    }

    @Test
    void refusesNothingAndControlCharactersInEveryType() {
        SAMPLES.keySet().forEach(type -> {
            assertThat(allows(type, "")).as(type).isFalse();
            assertThat(allows(type, "一\n二")).as(type).isFalse();
        });
    }

    @Test
    void takesTheValuesOfTheOfficialExample() {
        Fixtures.read("20-subscribe-send-official")
                .path("request")
                .path("data")
                .properties()
                .forEach(field -> assertThat(
                                FieldRules.allows(field.getKey(), Json.text(field.getValue(), "value"), List.of()))
                        .as(field.getKey())
                        .isTrue());
    }

    @Test
    void everyTemplateCanShowItsOwnExample() {
        Templates templates = new Templates();
        assertThat(templates.of(AppKind.MINI_PROGRAM)).hasSize(14);
        for (Template template : templates.of(AppKind.MINI_PROGRAM)) {
            assertThat(template.id()).hasSize(43);
            template.fields()
                    .forEach(field -> assertThat(FieldRules.allows(field.key(), field.example(), field.options()))
                            .as("%s %s", template.id(), field.key())
                            .isTrue());
        }
    }

    @Test
    void cutsWhatAnOfficialAccountSendsTooLong() {
        assertThat(FieldRules.cut("thing2", "字".repeat(25))).isEqualTo("字".repeat(19) + "…");
        assertThat(FieldRules.cut("thing2", "刚好")).isEqualTo("刚好");
    }

    private static boolean allows(String type, String value) {
        return FieldRules.allows(type + "1", value, List.of("绿色", "红色"));
    }
}
