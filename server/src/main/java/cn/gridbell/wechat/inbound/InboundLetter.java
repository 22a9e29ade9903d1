package cn.gridbell.wechat.inbound;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One push of WeChat, verified and decrypted. Personal through and through: never logged.
 *
 * @param id      the row in the inbound log
 * @param kind    the message type ({@code text}), or {@code event.} and the event's name ({@code event.subscribe})
 * @param at      WeChat's CreateTime
 * @param content the body as JSON, whichever format it came in
 */
public record InboundLetter(long id, Door door, String kind, Instant at, JsonNode content) {

    /** The sender's openid in the app of the door. */
    public Optional<String> sender() {
        return text("FromUserName");
    }

    /** A field of the body; numbers as text; empty if absent, blank or no plain value. */
    public Optional<String> text(String field) {
        return textOf(content, field);
    }

    /** See {@link #text(String)}, for an entry of a list. */
    public static Optional<String> textOf(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value != null
                        && value.isValueNode()
                        && !value.isNull()
                        && !value.asString().isBlank()
                ? Optional.of(value.asString())
                : Optional.empty();
    }

    /**
     * The entries of {@code List}: in JSON at the top, one entry as an object and several as an array; in XML under a wrapper.
     *
     * @param wrapper {@code SubscribeMsgPopupEvent} …
     */
    public List<JsonNode> entries(String wrapper) {
        JsonNode wrapped = content.get(wrapper);
        JsonNode list = wrapped != null && wrapped.isObject() ? wrapped.get("List") : content.get("List");
        List<JsonNode> entries = new ArrayList<>();
        if (list != null && list.isArray()) {
            list.forEach(entries::add);
        } else if (list != null && list.isObject()) {
            entries.add(list);
        }
        return entries;
    }

    @Override
    public String toString() {
        return "InboundLetter[" + id + " " + door + " " + kind + "]";
    }
}
