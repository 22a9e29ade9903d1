package cn.gridbell.platform;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list that is read by keyset.
 *
 * @param items at most as many as asked for
 * @param next  the cursor to pass as {@code after} for the following page, null on the last one
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /**
     * Cuts a page out of {@code limit + 1} rows.
     *
     * @param rows     what the mapper found with {@code LIMIT limit + 1}, in list order
     * @param limit    how many the caller asked for
     * @param position where a row stands in the order
     */
    public static <R, T> Page<T> of(List<R> rows, int limit, Function<R, Cursor> position, Function<R, T> view) {
        boolean more = rows.size() > limit;
        List<R> shown = more ? rows.subList(0, limit) : rows;
        return new Page<>(
                shown.stream().map(view).toList(),
                more ? position.apply(shown.get(shown.size() - 1)).text() : null);
    }
}
