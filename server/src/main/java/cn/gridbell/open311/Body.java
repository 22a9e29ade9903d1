package cn.gridbell.open311;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer before it is XML or JSON, so that both say the same. */
sealed interface Body {

    /**
     * Named values in their order; a value is a text, a number, a truth, a {@code Body} or null, which XML shows as an empty element.
     *
     * @param name of the XML element
     */
    record Fields(String name, Map<String, @Nullable Object> values) implements Body {

        static Fields of(String name) {
            return new Fields(name, new LinkedHashMap<>());
        }

        Fields with(String field, @Nullable Object value) {
            values.put(field, value);
            return this;
        }
    }

    /**
     * Many of a kind: in XML an element with one for each, in JSON a bare array, even of one.
     *
     * @param name  of the XML element around them
     * @param items {@code Fields}, or {@code Text}
     */
    record Rows(String name, List<? extends Body> items) implements Body {}

    /** A text among others. */
    record Text(String name, String value) implements Body {}
}
