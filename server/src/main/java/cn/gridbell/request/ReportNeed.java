package cn.gridbell.request;

import cn.gridbell.grid.GridId;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.staff.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * A need that staff found at a door.
 *
 * @param category    code of the category
 * @param description as the staff member wrote it, 1 to 2,000 characters
 * @param grid        level GRID
 * @param household   the resident visited, who will be told and may rate; null if none is known
 * @param foundBy     the visitor
 */
public record ReportNeed(
        String category,
        String description,
        GridId grid,
        @Nullable ResidentId household,
        StaffId foundBy) {}
