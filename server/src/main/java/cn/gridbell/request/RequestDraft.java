package cn.gridbell.request;

import cn.gridbell.grid.GridId;
import cn.gridbell.platform.geo.GeoPoint;
import cn.gridbell.request.category.RequestCategory;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.staff.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody found, before it becomes a request.
 *
 * @param reporter    told what happens and may rate; null: nobody known
 * @param enteredBy   the staff member who entered it, null for a resident's own
 * @param description stripped
 * @param grid        level GRID
 */
record RequestDraft(
        @Nullable ResidentId reporter,
        @Nullable StaffId enteredBy,
        boolean anonymous,
        RequestSource source,
        RequestCategory category,
        String description,
        @Nullable GeoPoint place,
        @Nullable String address,
        GridId grid) {

    /** Who wrote the description, if it was a resident. */
    @Nullable
    ResidentId inOwnWordsOf() {
        return enteredBy == null ? reporter : null;
    }

    Actor actor() {
        if (enteredBy != null) {
            return Actor.of(enteredBy);
        }
        return reporter == null ? Actor.SYSTEM : Actor.of(reporter);
    }
}
