package cn.gridbell.wechat;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A message template as an account has it.
 *
 * @param id       as it is sent with
 * @param title    as people see it
 * @param fields   field key ({@code thing2}) to what it is called, in order
 * @param longTerm a long-term one of the mini-program (长期订阅)
 */
public record AccountTemplate(String id, String title, Map<String, String> fields, boolean longTerm) {

    public AccountTemplate {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}
