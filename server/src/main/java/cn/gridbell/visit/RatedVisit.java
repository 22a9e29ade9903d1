package cn.gridbell.visit;

import cn.gridbell.grid.GridId;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.staff.StaffId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A visit as something that can be rated.
 *
 * @param number  as told to people
 * @param purpose in Chinese
 * @param stars   1 to 5; null: not rated
 * @param helped  null: not rated
 * @param comment in the words of the resident
 */
public record RatedVisit(
        VisitId id,
        String number,
        String purpose,
        VisitStatus status,
        ResidentId resident,
        StaffId member,
        GridId grid,
        Instant start,
        @Nullable Integer stars,
        @Nullable Boolean helped,
        @Nullable String comment) {}
