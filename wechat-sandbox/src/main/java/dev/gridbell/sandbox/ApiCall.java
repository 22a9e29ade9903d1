package dev.gridbell.sandbox;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One call of the WeChat API.
 *
 * @param caller whose token it carries; null where none is asked for
 * @param path the endpoint
 * @param parameters the query
 * @param body the JSON posted, an empty object for a GET
 */
record ApiCall(@Nullable AppKind caller, String path, Map<String, List<String>> parameters, JsonNode body) {
    AppKind app() {
        if (caller == null) {
            throw new IllegalStateException("no token was asked for at " + path);
        }
        return caller;
    }

    String query(String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0);
    }

    String text(String field) {
        return Json.text(body, field);
    }
}
