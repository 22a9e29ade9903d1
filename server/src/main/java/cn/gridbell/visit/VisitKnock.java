package cn.gridbell.visit;

import cn.gridbell.grid.GridId;
import cn.gridbell.resident.HouseholdId;
import cn.gridbell.staff.StaffId;
import java.time.Instant;

/**
 * What a finished visit was as a knock at a door.
 *
 * @param grid level GRID
 * @param at   when its outcome was recorded
 */
public record VisitKnock(
        VisitId visit, HouseholdId household, GridId grid, StaffId member, VisitResult result, Instant at) {}
