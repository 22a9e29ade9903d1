package cn.gridbell.platform;

import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;

/**
 * {@code ?limit=&after=} of a list; a controller takes it as a parameter and Spring binds it.
 *
 * @param limit 1 to 50, 20 if absent
 * @param after the cursor a former page gave, absent for the first page
 */
@ParameterObject
public record PageRequest(@Nullable Integer limit, @Nullable String after) {

    public static final int MOST = 50;

    public PageRequest {
        if (limit != null && (limit < 1 || limit > MOST)) {
            throw InvalidInput.of("limit", "每页条数须在1到50之间。");
        }
    }

    public int size() {
        return limit == null ? 20 : limit;
    }

    /** One more than the page, so that the page knows whether another follows. */
    public int fetch() {
        return size() + 1;
    }

    public Cursor from(Cursor start) {
        return Cursor.parse(after, start);
    }
}
