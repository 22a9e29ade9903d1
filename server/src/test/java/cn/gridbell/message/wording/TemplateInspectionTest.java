package cn.gridbell.message.wording;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gridbell.wechat.AccountTemplates;
import cn.gridbell.wechat.WechatApp;
import dev.gridbell.testing.GridbellTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** The catalogue beside what the accounts have. */
@GridbellTest
class TemplateInspectionTest {

    private final AccountTemplates accounts;
    private final JsonMapper json;

    TemplateInspectionTest(@Autowired AccountTemplates accounts, @Autowired JsonMapper json) {
        this.accounts = accounts;
        this.json = json;
    }

    private TemplateInspection with(Map<Scene, TemplateProperties.Own> settings) {
        return new TemplateInspection(new TemplateCatalogue(json, new TemplateProperties(settings)), accounts);
    }

    private static TemplateProperties.Own ids(String official, String mini, boolean longTerm) {
        return TemplateProperties.Own.ids(official, mini, longTerm);
    }

    private String said(TemplateInspection inspection, int expectedExit) {
        return said(inspection, expectedExit, "--templates");
    }

    private String said(TemplateInspection inspection, int expectedExit, String option) {
        ByteArrayOutputStream terminal = new ByteArrayOutputStream();
        TemplateCommand command =
                new TemplateCommand(inspection, new PrintStream(terminal, true, StandardCharsets.UTF_8));
        command.run(new DefaultApplicationArguments(option));
        assertThat(command.getExitCode()).isEqualTo(expectedExit);
        return terminal.toString(StandardCharsets.UTF_8);
    }

    @Test
    void saysThatNothingDiffers() {
        assertThat(said(with(Map.of()), 0)).isEqualTo("模板目录与两个账号一致。\n");
    }

    @Test
    void namesTheOneOfTheSameTitleWhereAnIdIsWrong() {
        var wrong = ids("OA-NOT-THERE-AT-ALL", "MP-NOT-THERE-AT-ALL", false);

        String said = said(with(Map.of(Scene.VISIT_MOVED, wrong)), 1);

        assertThat(said)
                .contains("“敲门安排变更”账号里没有编号为 OA-NOT-THERE-AT-ALL 的模板。")
                .contains(
                        "gridbell.message.templates.VISIT_MOVED.mini-program=MP-VISIT-MOVED-0000000000000000000000000000")
                .contains("有 2 处不一致");
    }

    @Test
    void findsFieldsThatWouldBeRefusedAndConsentsThatWouldBeCountedWrongly() {
        Map<String, Slot> fields = new LinkedHashMap<>();
        fields.put("character_string1", Slot.NUMBER);
        fields.put("thing9", Slot.WHAT);
        var own = new TemplateProperties.Own(null, null, true, Map.of(), fields, "", "");

        var differences = with(Map.of(Scene.VISIT_CONFIRMED, own)).differences();

        assertThat(differences)
                .extracting(TemplateDifference::kind)
                .containsExactly(TemplateDifference.Kind.FIELDS, TemplateDifference.Kind.TERM);
        assertThat(differences.get(0).app()).isEqualTo(WechatApp.MINI_PROGRAM);
        assertThat(differences.get(0).words())
                .contains("模板里没有 [thing9]")
                .contains("没有填写 [thing2, phrase3, thing4, time5]");
    }

    /** As WeChat numbers them: the official account's library can only be asked by number. */
    private String numberInTheLibrary(Scene scene) throws IOException {
        try (InputStream file = getClass().getResourceAsStream("/sandbox-templates.json")) {
            List<String> scenes = json.readTree(file)
                    .path("templates")
                    .valueStream()
                    .map(template -> template.path("scene").asString("").replace('-', '_'))
                    .toList();
            return Integer.toString(1_000 + scenes.indexOf(scene.name()));
        }
    }

    @Test
    void createsWhatAnAccountLacksAndThenNothingDiffers() throws IOException {
        Map<Scene, TemplateProperties.Own> lacking = new LinkedHashMap<>();
        for (Scene scene : List.of(Scene.REQUEST_RECEIVED, Scene.VISIT_MOVED)) {
            String number = numberInTheLibrary(scene);
            lacking.put(
                    scene,
                    new TemplateProperties.Own(
                            "OA-NOT-THERE-" + scene, "MP-NOT-THERE-" + scene, false, Map.of(), Map.of(), number, ""));
        }
        said(with(lacking), 1);

        String created = said(with(lacking), 1, "--templates=create");

        assertThat(created).contains("已添加 4 个模板");
        Map<String, String> settings = new LinkedHashMap<>();
        created.lines()
                .filter(line -> line.startsWith("  gridbell.message.templates."))
                .map(line -> line.strip().split("=", 2))
                .forEach(setting -> settings.put(setting[0], setting[1]));
        assertThat(settings).hasSize(4);
        Map<Scene, TemplateProperties.Own> made = new Binder(new MapConfigurationPropertySource(settings))
                .bind("gridbell.message", TemplateProperties.class)
                .get()
                .templates();
        assertThat(said(with(made), 0)).isEqualTo("模板目录与两个账号一致。\n");
        assertThat(said(with(made), 0, "--templates=create")).startsWith("没有可以添加的模板。");
    }
}
