package dev.gridbell.sandbox;

import java.util.List;
import java.util.Map;

/** Writes the content of a push as XML the way WeChat does: text in CDATA, numbers bare, a list as repeated elements. */
final class PushBody {
    private PushBody() {}

    static String write(Map<String, Object> content, PushFormat format) {
        return format == PushFormat.JSON ? Json.write(content) : xml(content);
    }

    static String xml(Map<String, Object> content) {
        StringBuilder text = new StringBuilder("<xml>");
        elements(text, content);
        return text.append("</xml>").toString();
    }

    private static void elements(StringBuilder text, Map<?, ?> content) {
        content.forEach((name, value) -> {
            if (value instanceof List<?> list) {
                list.forEach(item -> element(text, name, item));
            } else {
                element(text, name, value);
            }
        });
    }

    private static void element(StringBuilder text, Object name, Object value) {
        text.append('<').append(name).append('>');
        if (value instanceof Map<?, ?> nested) {
            elements(text, nested);
        } else if (value instanceof Number) {
            text.append(value);
        } else {
            text.append("<![CDATA[")
                    .append(String.valueOf(value).replace("]]>", "]]]]><![CDATA[>"))
                    .append("]]>");
        }
        text.append("</").append(name).append('>');
    }
}
