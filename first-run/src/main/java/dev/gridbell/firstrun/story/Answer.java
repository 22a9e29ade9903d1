package dev.gridbell.firstrun.story;

import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * What came back from a call.
 *
 * @param call as text, for sentences about it
 */
record Answer(String call, int status, JsonNode body) {

    /** @throws StoryFailed unless the status is this one */
    Answer expect(int wanted) {
        if (status != wanted) {
            throw new StoryFailed("%s：应答 %d，应为 %d。%s".formatted(call, status, wanted, Http.shortly(body)));
        }
        return this;
    }

    /** The text at a path of names. @throws StoryFailed if it is missing or empty */
    String text(String... path) {
        JsonNode node = at(path);
        String text = node.isValueNode() && !node.isNull() ? node.asString() : "";
        if (text.isEmpty()) {
            throw new StoryFailed("%s：应答中缺少 %s。%s".formatted(call, String.join(".", path), Http.shortly(body)));
        }
        return text;
    }

    JsonNode at(String... path) {
        JsonNode node = body;
        for (String name : path) {
            node = node.path(name);
        }
        return node;
    }

    /** A list's items, or the body's own elements if it is a bare list. */
    Stream<JsonNode> items() {
        JsonNode list = body.isArray() ? body : body.path("items");
        return StreamSupport.stream(list.spliterator(), false);
    }
}
