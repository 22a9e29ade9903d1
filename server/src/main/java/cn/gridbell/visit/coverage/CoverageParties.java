package cn.gridbell.visit.coverage;

import cn.gridbell.grid.BuildingView;
import cn.gridbell.grid.GridId;
import cn.gridbell.grid.GridLevel;
import cn.gridbell.grid.GridView;
import cn.gridbell.grid.Grids;
import cn.gridbell.platform.geo.GeoPoint;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.platform.security.Role;
import cn.gridbell.resident.HouseholdId;
import cn.gridbell.resident.HouseholdView;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.resident.Residents;
import cn.gridbell.staff.StaffId;
import cn.gridbell.staff.StaffMembers;
import cn.gridbell.staff.StaffView;
import cn.gridbell.visit.HouseholdMissing;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whose door, whose territory, who may see it. */
@Component
class CoverageParties {

    private static final Set<Role> LEADING = EnumSet.of(Role.GRID_LEAD, Role.COMMUNITY, Role.STREET, Role.DISTRICT);

    private final Residents residents;
    private final StaffMembers staff;
    private final Grids grids;

    CoverageParties(Residents residents, StaffMembers staff, Grids grids) {
        this.residents = residents;
        this.staff = staff;
        this.grids = grids;
    }

    static StaffId member(Caller caller) {
        return new StaffId(caller.requireStaffId());
    }

    /** @throws HouseholdMissing 422 */
    HouseholdId householdOf(Caller caller) {
        HouseholdId household =
                residents.require(new ResidentId(caller.residentId())).household();
        if (household == null) {
            throw new HouseholdMissing();
        }
        return household;
    }

    /** @throws cn.gridbell.platform.Problem 404 if there is no such household */
    HouseholdView door(HouseholdId id) {
        return residents.requireHousehold(id);
    }

    Optional<HouseholdView> findDoor(HouseholdId id) {
        return residents.findHousehold(id);
    }

    /** The entrance of a door; empty if the street's list has no such building. */
    Optional<GeoPoint> entranceOf(HouseholdView door) {
        return grids.building(door.address(), door.building()).map(BuildingView::entrance);
    }

    /** Every door of a territory, or of one building in it. */
    List<HouseholdView> doorsOf(GridId territory, OpenCampaign.@Nullable BuildingName only) {
        List<HouseholdView> doors = grids.gridsUnder(territory).stream()
                .flatMap(grid -> residents.householdsIn(grid.id()).stream())
                .toList();
        return only == null
                ? doors
                : doors.stream().filter(door -> isIn(door, only)).toList();
    }

    /** However the building's name is written. */
    boolean isIn(HouseholdView door, OpenCampaign.BuildingName building) {
        Optional<BuildingView> asked = grids.building(building.address(), building.building());
        return asked.isPresent() && asked.equals(grids.building(door.address(), door.building()));
    }

    GridView grid(GridId id) {
        return grids.require(id);
    }

    boolean exists(GridId id) {
        return grids.find(id).isPresent();
    }

    /** The territories a campaign may have been called for that somebody with this duty has to do with: itself, above, and the grids below. */
    List<GridId> around(GridId duty) {
        List<GridId> around = new ArrayList<>(gridsUnder(duty));
        if (exists(duty)) {
            grids.pathOf(duty).forEach(above -> around.add(above.id()));
        }
        return around;
    }

    List<GridId> gridsUnder(GridId territory) {
        return grids.gridsUnder(territory).stream().map(GridView::id).toList();
    }

    Optional<StaffView> holderOf(GridId grid) {
        return staff.holderAt(grid, GridLevel.GRID);
    }

    Optional<StaffView> find(StaffId member) {
        return staff.find(member);
    }

    boolean serves(StaffId member, GridId grid) {
        return staff.serves(member, grid);
    }

    /** Whether the caller leads a territory. */
    boolean leads(Caller caller, GridId territory) {
        return caller.roles().stream().anyMatch(LEADING::contains) && staff.serves(member(caller), territory);
    }

    List<GridId> dutiesOf(Caller caller) {
        return staff.require(member(caller)).grids();
    }
}
