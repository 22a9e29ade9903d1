package cn.gridbell.request.published;

import cn.gridbell.platform.geo.GeoPoint;
import cn.gridbell.request.likeness.Cells;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which requests to list. Times are inclusive; one of the two spans is given.
 *
 * @param numbers    overrides everything else if not empty
 * @param categories empty: all
 * @param open       null: open and closed
 * @param submitted  newest first
 * @param updated    newest change first, if {@code submitted} is null
 * @param offset     how many to leave out
 * @param most       1 to 1,000
 */
public record PublishedQuery(
        List<String> numbers,
        List<String> categories,
        @Nullable Boolean open,
        @Nullable Span submitted,
        @Nullable Span updated,
        @Nullable Around around,
        int offset,
        int most) {

    /** How many at once. */
    public static final int MOST = 1_000;

    public PublishedQuery {
        numbers = List.copyOf(numbers);
        categories = List.copyOf(categories);
    }

    /** From and until, both included. */
    public record Span(Instant from, Instant until) {}

    /**
     * A circle.
     *
     * @param metres above 0, at most 20,000
     */
    public record Around(GeoPoint centre, double metres) {

        private static final double METRES_A_DEGREE = 111_195;

        /** Beyond this a circle holds most of a street, and its squares would be many. */
        private static final double METRES_BY_CELLS = 2_000;

        /** The squares of {@code request.place_cell} the circle touches; none if it is large. */
        List<Long> cells() {
            return metres > METRES_BY_CELLS ? List.of() : Cells.around(centre, metres);
        }

        double south() {
            return centre.latitude() - metres / METRES_A_DEGREE;
        }

        double north() {
            return centre.latitude() + metres / METRES_A_DEGREE;
        }
    }
}
