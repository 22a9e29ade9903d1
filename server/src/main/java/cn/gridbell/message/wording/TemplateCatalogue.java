package cn.gridbell.message.wording;

import cn.gridbell.wechat.WechatApp;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The templates of both apps and what is written into them; checked when the server starts. */
@Component
public class TemplateCatalogue {

    static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");
    static final int LONGEST_TEXT = 500;

    private final CatalogueFile file;
    private final Map<WechatApp, Map<Scene, AppTemplate>> templates = new EnumMap<>(WechatApp.class);

    @org.springframework.beans.factory.annotation.Autowired
    TemplateCatalogue(JsonMapper json, TemplateProperties settings) {
        this(json, settings, new ClassPathResource("cn/gridbell/message/templates.json"));
    }

    TemplateCatalogue(JsonMapper json, TemplateProperties settings, Resource resource) {
        try (InputStream in = resource.getInputStream()) {
            this.file = json.readValue(in, CatalogueFile.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (WechatApp app : WechatApp.values()) {
            Map<Scene, AppTemplate> ofApp = new EnumMap<>(Scene.class);
            for (CatalogueFile.Template template : file.templates()) {
                AppTemplate used =
                        asOneAppHasIt(app, template, settings.templates().get(template.key()));
                CatalogueRules.require(ofApp.put(template.key(), used) == null, template.key() + " stands twice");
            }
            templates.put(app, ofApp);
        }
        new CatalogueRules(file, templates).check(settings);
    }

    private AppTemplate asOneAppHasIt(
            WechatApp app, CatalogueFile.Template template, TemplateProperties.@Nullable Own given) {
        TemplateProperties.Own own = given == null ? TemplateProperties.Own.ids(null, null, false) : given;
        boolean official = app == WechatApp.OFFICIAL_ACCOUNT;
        String id = official
                ? Optional.ofNullable(own.officialAccount()).orElse(template.officialAccount())
                : Optional.ofNullable(own.miniProgram()).orElse(template.miniProgram());
        Map<String, Slot> fields = official ? own.officialAccountFields() : own.miniProgramFields();
        return new AppTemplate(
                template.key(),
                template.title(),
                id,
                official ? own.officialAccountLibrary() : own.miniProgramLibrary(),
                fields.isEmpty() ? file.fields() : fields,
                template.words(),
                own.longTerm() && !official);
    }

    /** The id of the template that a scene is sent in. */
    public String templateId(Scene scene, WechatApp app) {
        return templateOf(scene, app).id();
    }

    /** The key of the template that a scene is sent in: few enough to be counted by. */
    public Scene templateKey(Scene scene) {
        return CatalogueRules.known(file.scenes(), scene).template();
    }

    /** What to ask consent for before a tap: one to three templates of the mini-program. */
    public List<AskedTemplate> askedBefore(Ask ask) {
        return CatalogueRules.known(file.asks(), ask).stream()
                .map(scene -> templateOf(scene, WechatApp.MINI_PROGRAM))
                .map(template -> new AskedTemplate(template.id(), template.title()))
                .toList();
    }

    /** Whether the mini-program has a template with this id. */
    public boolean knows(String miniProgramTemplateId) {
        return withId(miniProgramTemplateId).isPresent();
    }

    /** Whether one accept of this template stands for any number of sends. */
    public boolean isLongTerm(String miniProgramTemplateId) {
        return withId(miniProgramTemplateId).filter(AppTemplate::longTerm).isPresent();
    }

    /** Whether a weightier scene is sent in the same template: a consent that can wait for it is not spent on this one. */
    public boolean sharesWithWeightier(Scene scene) {
        Scene template = templateKey(scene);
        return Arrays.stream(Scene.values())
                .filter(other -> other.weight().compareTo(scene.weight()) < 0)
                .anyMatch(other -> templateKey(other) == template);
    }

    /** Writes a message. */
    public Draft write(Scene scene, Particulars particulars) {
        CatalogueFile.SceneText text = CatalogueRules.known(file.scenes(), scene);
        Map<WechatApp, Map<String, String>> fields = new EnumMap<>(WechatApp.class);
        for (WechatApp app : WechatApp.values()) {
            Map<String, String> filled = new LinkedHashMap<>();
            templateOf(scene, app)
                    .fields()
                    .forEach((key, slot) ->
                            filled.put(key, CatalogueRules.rule(key).fit(particulars.in(slot))));
            fields.put(app, filled);
        }
        String page = text.page().replace("{id}", Long.toString(particulars.subjectId()));
        return new Draft(text.title(), cut(fill(text.text(), particulars)), fields, page);
    }

    /** All templates of an app, in the order of the catalogue. */
    List<AppTemplate> templatesOf(WechatApp app) {
        return file.templates().stream()
                .map(template -> CatalogueRules.known(CatalogueRules.known(templates, app), template.key()))
                .toList();
    }

    private Optional<AppTemplate> withId(String miniProgramTemplateId) {
        Stream<AppTemplate> all = CatalogueRules.known(templates, WechatApp.MINI_PROGRAM).values().stream();
        return all.filter(template -> template.id().equals(miniProgramTemplateId))
                .findFirst();
    }

    private AppTemplate templateOf(Scene scene, WechatApp app) {
        return CatalogueRules.known(CatalogueRules.known(templates, app), templateKey(scene));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
    }

    private static String fill(String pattern, Particulars particulars) {
        return PLACE.matcher(pattern)
                .replaceAll(place -> Matcher.quoteReplacement(
                        switch (place.group(1)) {
                            case "number" -> particulars.number();
                            case "what" -> particulars.what();
                            case "state" -> particulars.state();
                            case "who" -> particulars.who();
                            case "whose" -> particulars.whose();
                            case "when" -> particulars.moment();
                            case "by" -> particulars.deadline();
                            default -> throw new IllegalStateException("unknown place");
                        }));
    }
}
