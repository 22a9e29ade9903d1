package cn.gridbell.resident;

import cn.gridbell.grid.GridId;
import org.jspecify.annotations.Nullable;

/**
 * A door, for those who may see it: the resident, and the staff who visit it.
 *
 * @param address  road and number of the compound
 * @param building for example {@code 3号楼}
 * @param unit     for example {@code 2单元}
 * @param room     for example {@code 501}; the door number, encrypted at rest
 */
public record HouseholdView(
        HouseholdId id,
        String address,
        @Nullable String building,
        @Nullable String unit,
        @Nullable String room,
        GridId grid) {}
