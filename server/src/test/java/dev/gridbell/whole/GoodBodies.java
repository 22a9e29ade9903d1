package dev.gridbell.whole;

import dev.gridbell.testing.Http;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Bodies that the server should take, made from its own API document, so that nothing but the caller decides. What no document can say (a word
 * that must be on a list of the database) stands in {@link #WORDS}, by the field's name.
 */
final class GoodBodies {

    private static final Map<String, Object> WORDS = Map.of(
            "category", "GARBAGE",
            "phone", "13800138000",
            "address", "铃音巷1号",
            "code", "no-such-code",
            "email", "nobody@example.cn");

    private static final int DEEPEST = 6;

    private final JsonNode document;

    private GoodBodies(JsonNode document) {
        this.document = document;
    }

    static GoodBodies of(Http server) {
        return new GoodBodies(server.get("/v3/api-docs").expect(200).json());
    }

    /** Whether this call takes JSON. */
    boolean takesBody(String method, String path) {
        return !schemaOf(method, path).isMissingNode();
    }

    /** Only what must be there; null if the call takes no JSON. */
    @Nullable
    Object least(String method, String path) {
        return takesBody(method, path) ? value(schemaOf(method, path), "", false, 0) : null;
    }

    /** Every field; null if the call takes no JSON. */
    @Nullable
    Object full(String method, String path) {
        return takesBody(method, path) ? value(schemaOf(method, path), "", true, 0) : null;
    }

    /** The names of the fields at the top of the body. */
    Set<String> fieldsOf(String method, String path) {
        return resolved(schemaOf(method, path)).path("properties").propertyNames().stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    private JsonNode schemaOf(String method, String path) {
        return document.path("paths")
                .path(path)
                .path(method.toLowerCase(Locale.ROOT))
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
    }

    private JsonNode resolved(JsonNode schema) {
        String to = schema.path("$ref").asString("");
        return to.isEmpty() ? schema : document.at(to.substring(1));
    }

    private Object value(JsonNode reference, String name, boolean full, int depth) {
        JsonNode schema = resolved(reference);
        if (schema.path("enum").size() > 0) {
            return schema.path("enum").get(0).asString();
        }
        return switch (schema.path("type").asString("object")) {
            case "string" -> text(schema, name);
            case "integer" -> (long) number(schema);
            case "number" -> number(schema);
            case "boolean" -> true;
            case "array" -> array(schema, name, full, depth);
            default -> object(schema, full, depth);
        };
    }

    private Map<String, Object> object(JsonNode schema, boolean full, int depth) {
        Map<String, Object> body = new LinkedHashMap<>();
        Set<String> needed = StreamSupport.stream(schema.path("required").spliterator(), false)
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
        schema.path("properties").properties().forEach(property -> {
            if (depth < DEEPEST && (full || needed.contains(property.getKey()))) {
                body.put(property.getKey(), value(property.getValue(), property.getKey(), full, depth + 1));
            }
        });
        if (schema.path("minProperties").asInt(0) > 0) {
            body.put("KEY", value(schema.path("additionalProperties"), "", full, depth + 1));
        }
        return body;
    }

    private List<Object> array(JsonNode schema, String name, boolean full, int depth) {
        List<Object> items = new ArrayList<>();
        int count = Math.max(schema.path("minItems").asInt(0), full || depth == 1 ? 1 : 0);
        for (int i = 0; i < count && depth < DEEPEST; i++) {
            items.add(value(schema.path("items"), name, full, depth + 1));
        }
        return items;
    }

    private static double number(JsonNode schema) {
        double least = schema.path("minimum").asDouble(1);
        return Math.max(least, Math.min(1, schema.path("maximum").asDouble(1)));
    }

    private static Object text(JsonNode schema, String name) {
        Object word = WORDS.get(name);
        if (word != null) {
            return word;
        }
        return switch (schema.path("format").asString("")) {
            case "date-time" -> "2026-11-26T02:00:00Z";
            case "date" -> "2026-11-26";
            default -> {
                if (name.endsWith("Id") || name.endsWith("Ids")) {
                    yield "1";
                }
                String words = "测试内容";
                int least = schema.path("minLength").asInt(0);
                yield words.repeat(Math.max(1, (least + 3) / 4))
                        .substring(
                                0,
                                Math.max(
                                        least,
                                        Math.min(4, schema.path("maxLength").asInt(4))));
            }
        };
    }
}
