package cn.gridbell.message.wording;

import cn.gridbell.wechat.WechatApp;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The templates of both apps and what is written into them; checked when the server starts. */
@Component
public class TemplateCatalogue {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{8,64}");
    private static final Set<String> PLACES = Set.of("number", "what", "state", "who", "when", "by");
    private static final int MOST_AT_ONCE = 3;
    private static final int LONGEST_TITLE = 40;
    private static final int LONGEST_TEXT = 500;

    private final CatalogueFile file;
    private final Map<Scene, CatalogueFile.Template> templates = new EnumMap<>(Scene.class);
    private final Set<String> longTerm = new HashSet<>();

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
        for (CatalogueFile.Template template : file.templates()) {
            TemplateProperties.Ids own = settings.templates().get(template.key());
            CatalogueFile.Template used = own == null ? template : withOwn(template, own);
            require(templates.put(template.key(), used) == null, template.key() + " stands twice");
            if (own != null && own.longTerm()) {
                longTerm.add(used.miniProgram());
            }
        }
        check(settings);
    }

    /** The id of the template that a scene is sent in. */
    public String templateId(Scene scene, WechatApp app) {
        CatalogueFile.Template template = templateOf(scene);
        return switch (app) {
            case OFFICIAL_ACCOUNT -> template.officialAccount();
            case MINI_PROGRAM -> template.miniProgram();
        };
    }

    /** What to ask consent for before a tap: one to three templates of the mini-program. */
    public List<AskedTemplate> askedBefore(Ask ask) {
        return known(file.asks(), ask).stream()
                .map(this::templateOf)
                .map(template -> new AskedTemplate(template.miniProgram(), template.title()))
                .toList();
    }

    /** Whether the mini-program has a template with this id. */
    public boolean knows(String miniProgramTemplateId) {
        return templates.values().stream().anyMatch(t -> t.miniProgram().equals(miniProgramTemplateId));
    }

    /** Whether one accept of this template stands for any number of sends. */
    public boolean isLongTerm(String miniProgramTemplateId) {
        return longTerm.contains(miniProgramTemplateId);
    }

    /** Writes a message. */
    public Draft write(Scene scene, Particulars particulars) {
        CatalogueFile.SceneText text = known(file.scenes(), scene);
        Map<String, String> fields = new LinkedHashMap<>();
        file.fields().forEach((key, slot) -> fields.put(key, rule(key).fit(particulars.in(slot))));
        String page = text.page().replace("{id}", Long.toString(particulars.subjectId()));
        return new Draft(text.title(), cut(fill(text.text(), particulars)), fields, page);
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
                            case "when" -> particulars.moment();
                            case "by" -> particulars.deadline();
                            default -> throw new IllegalStateException("unknown place");
                        }));
    }

    private CatalogueFile.Template templateOf(Scene scene) {
        return known(templates, known(file.scenes(), scene).template());
    }

    private static CatalogueFile.Template withOwn(CatalogueFile.Template template, TemplateProperties.Ids own) {
        return new CatalogueFile.Template(
                template.key(),
                template.title(),
                Optional.ofNullable(own.officialAccount()).orElse(template.officialAccount()),
                Optional.ofNullable(own.miniProgram()).orElse(template.miniProgram()));
    }

    private void check(TemplateProperties settings) {
        file.fields().keySet().forEach(TemplateCatalogue::rule);
        Set<String> ids = new HashSet<>();
        for (CatalogueFile.Template template : templates.values()) {
            for (String id : List.of(template.officialAccount(), template.miniProgram())) {
                require(ID.matcher(id).matches(), "template id of " + template.key() + " is malformed");
                require(ids.add(id), "template id of " + template.key() + " is used twice");
            }
        }
        settings.templates().keySet().forEach(key -> require(templates.containsKey(key), key + " has no template"));
        for (Scene scene : Scene.values()) {
            checkScene(scene, known(file.scenes(), scene));
        }
        for (Ask ask : Ask.values()) {
            int size = known(file.asks(), ask).size();
            require(size >= 1 && size <= MOST_AT_ONCE, ask + " asks for " + size + " templates, 1 to 3 are possible");
        }
    }

    private void checkScene(Scene scene, CatalogueFile.SceneText text) {
        known(templates, text.template());
        require(text.title().length() <= LONGEST_TITLE, scene + ": title too long");
        require(text.page().contains("{id}"), scene + ": page without {id}");
        Matcher place = PLACE.matcher(text.text());
        Set<String> used = new HashSet<>();
        while (place.find()) {
            require(PLACES.contains(place.group(1)), scene + ": unknown place " + place.group());
            used.add(place.group(1));
        }
        require(used.contains("number") && used.contains("who"), scene + " must say the number and who answers for it");
        require(used.contains("when") || used.contains("by"), scene + " must say when or by when");
    }

    private static FieldRule rule(String key) {
        return FieldRule.of(key).orElseThrow(() -> new IllegalStateException("template catalogue: field " + key));
    }

    private static <K, V> V known(Map<K, V> map, K key) {
        V value = map.get(key);
        if (value == null) {
            throw new IllegalStateException("template catalogue: nothing for " + key);
        }
        return value;
    }

    private static void require(boolean fine, String what) {
        if (!fine) {
            throw new IllegalStateException("template catalogue: " + what);
        }
    }
}
