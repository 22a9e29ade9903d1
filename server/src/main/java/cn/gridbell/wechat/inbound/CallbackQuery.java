package cn.gridbell.wechat.inbound;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The query of a callback. Parsed here, because the servlet container would read the body of a form as well, and nobody should read the body
 * of a stranger before its size is known.
 */
record CallbackQuery(Map<String, String> values) {

    private static final int LONGEST = 2048;

    static CallbackQuery parse(@Nullable String query) {
        Map<String, String> values = new HashMap<>();
        if (query != null && query.length() <= LONGEST) {
            for (String pair : query.split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    values.putIfAbsent(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
                }
            }
        }
        return new CallbackQuery(values);
    }

    /** Empty text if absent. */
    String get(String name) {
        return values.getOrDefault(name, "");
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    @Override
    public String toString() {
        return "CallbackQuery[…]";
    }
}
