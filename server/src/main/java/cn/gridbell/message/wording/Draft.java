package cn.gridbell.message.wording;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A message as written.
 *
 * @param title  heading in the inbox
 * @param text   the whole message in the inbox, at most 500 characters
 * @param fields WeChat's field key to text, fitted
 * @param page   of the mini-program
 */
public record Draft(String title, String text, Map<String, String> fields, String page) {

    public Draft {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}
