package dev.gridbell.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The templates both apps have, read from {@code sandbox-templates.json}. */
final class Templates {
    private static final String RESOURCE = "/sandbox-templates.json";

    private static final List<Integer> USUAL_INDUSTRIES = List.of(20, 24);

    private final Map<String, Template> byId = Collections.synchronizedMap(new LinkedHashMap<>());

    private volatile List<Integer> industries = USUAL_INDUSTRIES;
    private final List<Template> library;

    Templates() {
        reset();
        library = of(AppKind.MINI_PROGRAM);
    }

    /** The template of that app for who subscribed, or error 40037. */
    Template requireSubscribable(AppKind kind, String id) {
        return find(id).filter(found -> found.kind() == kind && found.bySubscription())
                .orElseThrow(WechatRefusal::invalidTemplate);
    }

    /** The official account's template for followers, or error 40037. */
    Template requireSendable(String id) {
        return find(id).filter(found -> !found.bySubscription()).orElseThrow(WechatRefusal::invalidTemplate);
    }

    /** What an app may choose from: one of each title. */
    List<Template> library() {
        return library;
    }

    void add(Template template) {
        byId.put(template.id(), template);
    }

    void remove(String id) {
        byId.remove(id);
    }

    List<Integer> industries() {
        return industries;
    }

    void industries(List<Integer> numbers) {
        industries = numbers;
    }

    Optional<Template> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    List<Template> of(AppKind kind) {
        synchronized (byId) {
            return byId.values().stream()
                    .filter(template -> template.kind() == kind)
                    .toList();
        }
    }

    /** Makes a template one-time or long-term. */
    void retype(String id, Template.Type type) {
        if (byId.computeIfPresent(id, (key, template) -> template.withType(type)) == null) {
            throw ControlRefusal.missing("没有这个模板，请用 GET /sandbox/templates 查看可用的模板编号");
        }
    }

    /** Back to what the resource says. */
    void reset() {
        byId.clear();
        industries = USUAL_INDUSTRIES;
        JsonNode document = read();
        List<Template.Field> fields = new ArrayList<>();
        document.path("fields").forEach(field -> fields.add(field(field)));
        for (JsonNode scene : document.path("templates")) {
            Arrays.stream(AppKind.values())
                    .map(kind -> template(scene, kind, fields))
                    .forEach(template -> byId.put(template.id(), template));
        }
    }

    private static Template template(JsonNode scene, AppKind kind, List<Template.Field> common) {
        List<Template.Field> fields = common.stream()
                .map(field -> new Template.Field(
                        field.key(),
                        scene.path("labels").path(field.key()).asString(field.label()),
                        scene.path("examples").path(field.key()).asString(field.example()),
                        field.options()))
                .toList();
        String id = Json.text(scene, kind == AppKind.OFFICIAL_ACCOUNT ? "officialAccount" : "miniProgram");
        return new Template(
                id,
                kind,
                Json.text(scene, "title"),
                Template.Type.valueOf(Json.text(scene, "type")),
                fields,
                kind == AppKind.MINI_PROGRAM);
    }

    private static Template.Field field(JsonNode field) {
        List<String> options = new ArrayList<>();
        field.path("options").forEach(option -> options.add(option.asString("")));
        return new Template.Field(
                Json.text(field, "key"), Json.text(field, "label"), Json.text(field, "example"), options);
    }

    private static JsonNode read() {
        try (InputStream stream =
                Objects.requireNonNull(Templates.class.getResourceAsStream(RESOURCE), "no " + RESOURCE)) {
            return Json.read(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
