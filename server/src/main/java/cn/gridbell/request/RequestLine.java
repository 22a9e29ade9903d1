package cn.gridbell.request;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request in a list.
 *
 * @param subState what it waits for while it is handled, null if nothing
 * @param dueAtProvisional in a year whose holidays are not announced yet
 * @param overdue    open and past its deadline
 * @param supporters how many said "me too" or came along by a merge
 * @param relation   what the resident it is shown to has to do with it; null for staff
 */
record RequestLine(
        RequestId id,
        String number,
        CategoryName category,
        String description,
        RequestStatus status,
        String statusWords,
        @Nullable RequestSubState subState,
        @Nullable String subStateWords,
        Colour colour,
        String colourWords,
        RequestHolder holder,
        Instant submittedAt,
        Instant dueAt,
        boolean dueAtProvisional,
        boolean overdue,
        @Nullable Closure closure,
        int supporters,
        @Nullable Relation relation) {

    /**
     * The same for somebody it concerns.
     *
     * @param words what they may read of it
     */
    RequestLine shownTo(Relation whose, String words) {
        return new RequestLine(
                id,
                number,
                category,
                words,
                status,
                statusWords,
                subState,
                subStateWords,
                colour,
                colourWords,
                holder,
                submittedAt,
                dueAt,
                dueAtProvisional,
                overdue,
                closure,
                supporters,
                whose);
    }
}
