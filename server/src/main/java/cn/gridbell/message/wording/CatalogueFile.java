package cn.gridbell.message.wording;

import java.util.List;
import java.util.Map;

/** {@code templates.json} as it is read, before it is checked. */
record CatalogueFile(
        Map<String, Slot> fields, List<Template> templates, Map<Scene, SceneText> scenes, Map<Ask, List<Scene>> asks) {

    /**
     * A template that both apps carry.
     *
     * @param key   the scene that gives it its name; other scenes may use it too
     * @param words what its fields are called, in the order of {@code fields}: how the template is found in WeChat's library
     */
    record Template(Scene key, String title, String officialAccount, String miniProgram, List<String> words) {}

    /** What is said in a scene, and in which template. */
    record SceneText(Scene template, String title, String page, String text) {}
}
