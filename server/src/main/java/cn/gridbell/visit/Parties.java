package cn.gridbell.visit;

import cn.gridbell.grid.GridId;
import cn.gridbell.resident.HouseholdId;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.staff.StaffView;

/**
 * The two sides of a visit.
 *
 * @param grid   the household's, level GRID
 * @param member who answers for the grid
 */
record Parties(ResidentId resident, HouseholdId household, GridId grid, StaffView member) {}
