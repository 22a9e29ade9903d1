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
 * @param body the JSON posted, an empty object for a GET or a form
 * @param upload the file of a form; null if there is none
 */
record ApiCall(
        @Nullable AppKind caller,
        String path,
        Map<String, List<String>> parameters,
        JsonNode body,
        @Nullable Upload upload) {
    /**
     * A file posted in a form.
     *
     * @param content its bytes
     * @param origin scheme and host under which the caller reached the platform
     */
    record Upload(byte[] content, String origin) {}

    AppKind app() {
        if (caller == null) {
            throw new IllegalStateException("no token was asked for at " + path);
        }
        return caller;
    }

    /** The posted file, or error 41005. */
    Upload file() {
        if (upload == null || upload.content.length == 0) {
            throw new WechatRefusal(41005, "media data missing");
        }
        return upload;
    }

    String query(String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0);
    }

    String text(String field) {
        return Json.text(body, field);
    }
}
