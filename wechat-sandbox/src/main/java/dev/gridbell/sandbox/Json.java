package dev.gridbell.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reading and writing JSON; objects keep the order in which they were made. */
final class Json {
    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /**
     * An ordered object.
     *
     * @param pairs key, value, key, value …; a value may be null
     */
    static Map<String, Object> object(Object... pairs) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            object.put((String) pairs[i], pairs[i + 1]);
        }
        return object;
    }

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /**
     * Parses a body; an empty body is an empty object.
     *
     * @throws JacksonException if it is not JSON
     */
    static JsonNode read(byte[] body) {
        JsonNode node = body.length == 0 ? JsonNodeFactory.instance.objectNode() : MAPPER.readTree(body);
        return node.isMissingNode() || node.isNull() ? JsonNodeFactory.instance.objectNode() : node;
    }

    static String text(JsonNode object, String field) {
        return object.path(field).asString("");
    }
}
