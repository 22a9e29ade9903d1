package cn.gridbell.message.wording;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A template as one app has it.
 *
 * @param key      the scene that gives it its name
 * @param id       as the account knows it
 * @param library  number in WeChat's library of templates to create it from, empty to look for its title
 * @param fields   WeChat's field key to what is filled in, in order
 * @param words    what the fields are called, in the same order
 * @param longTerm whether one accept stands for any number of sends
 */
record AppTemplate(
        Scene key,
        String title,
        String id,
        String library,
        Map<String, Slot> fields,
        List<String> words,
        boolean longTerm) {

    AppTemplate {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        words = List.copyOf(words);
    }
}
