package cn.gridbell.message.wording;

import java.util.List;
import java.util.Map;

/** {@code templates.json} as it is read, before it is checked. */
record CatalogueFile(
        Map<String, Slot> fields, List<Template> templates, Map<Scene, SceneText> scenes, Map<Ask, List<Scene>> asks) {

    /**
     * A template that both apps carry.
     *
     * @param key the scene that gives it its name; other scenes may use it too
     */
    record Template(Scene key, String title, String officialAccount, String miniProgram) {}

    /** What is said in a scene, and in which template. */
    record SceneText(Scene template, String title, String page, String text) {}
}
