package cn.gridbell.message.wording;

import cn.gridbell.wechat.WechatApp;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What must hold of the catalogue before anything is sent; a catalogue that breaks a rule does not start. */
final class CatalogueRules {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{8,64}");
    private static final Set<String> PLACES = Set.of("number", "what", "state", "who", "whose", "when", "by");
    private static final int MOST_AT_ONCE = 3;
    private static final int LONGEST_TITLE = 40;

    private final CatalogueFile file;
    private final Map<WechatApp, Map<Scene, AppTemplate>> templates;

    CatalogueRules(CatalogueFile file, Map<WechatApp, Map<Scene, AppTemplate>> templates) {
        this.file = file;
        this.templates = templates;
    }

    /** @throws IllegalStateException that says which rule is broken where */
    void check(TemplateProperties settings) {
        Set<String> ids = new HashSet<>();
        templates.values().forEach(ofApp -> ofApp.values().forEach(template -> checkTemplate(template, ids)));
        Map<Scene, AppTemplate> known = known(templates, WechatApp.MINI_PROGRAM);
        settings.templates().keySet().forEach(key -> require(known.containsKey(key), key + " has no template"));
        for (Scene scene : Scene.values()) {
            checkScene(scene, known(file.scenes(), scene));
        }
        for (Ask ask : Ask.values()) {
            int size = known(file.asks(), ask).size();
            require(size >= 1 && size <= MOST_AT_ONCE, ask + " asks for " + size + " templates, 1 to 3 are possible");
        }
    }

    private static void checkTemplate(AppTemplate template, Set<String> ids) {
        require(ID.matcher(template.id()).matches(), "template id of " + template.key() + " is malformed");
        require(ids.add(template.id()), "template id of " + template.key() + " is used twice");
        require(!template.fields().isEmpty(), template.key() + " has no fields");
        template.fields().keySet().forEach(CatalogueRules::rule);
    }

    private void checkScene(Scene scene, CatalogueFile.SceneText text) {
        known(known(templates, WechatApp.MINI_PROGRAM), text.template());
        require(text.title().length() <= LONGEST_TITLE, scene + ": title too long");
        require(text.page().contains("{id}"), scene + ": page without {id}");
        Matcher place = TemplateCatalogue.PLACE.matcher(text.text());
        Set<String> used = new HashSet<>();
        while (place.find()) {
            require(PLACES.contains(place.group(1)), scene + ": unknown place " + place.group());
            used.add(place.group(1));
        }
        require(used.contains("number") && used.contains("who"), scene + " must say the number and who answers for it");
        require(used.contains("when") || used.contains("by"), scene + " must say when or by when");
    }

    static FieldRule rule(String key) {
        return FieldRule.of(key).orElseThrow(() -> new IllegalStateException("template catalogue: field " + key));
    }

    static <K, V> V known(Map<K, V> map, K key) {
        V value = map.get(key);
        if (value == null) {
            throw new IllegalStateException("template catalogue: nothing for " + key);
        }
        return value;
    }

    static void require(boolean fine, String what) {
        if (!fine) {
            throw new IllegalStateException("template catalogue: " + what);
        }
    }
}
