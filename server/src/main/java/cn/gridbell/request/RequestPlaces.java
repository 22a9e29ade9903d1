package cn.gridbell.request;

import cn.gridbell.grid.GridId;
import cn.gridbell.grid.GridLevel;
import cn.gridbell.grid.GridView;
import cn.gridbell.grid.Grids;
import cn.gridbell.platform.InvalidInput;
import cn.gridbell.platform.geo.GeoPoint;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.resident.Residents;
import cn.gridbell.staff.StaffId;
import cn.gridbell.staff.StaffMembers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which grid a request belongs to. */
@Component
class RequestPlaces {

    private final Grids grids;
    private final Residents residents;
    private final StaffMembers staff;

    RequestPlaces(Grids grids, Residents residents, StaffMembers staff) {
        this.grids = grids;
        this.residents = residents;
        this.staff = staff;
    }

    /**
     * From the place, else from a known address, else from the resident's household.
     *
     * @throws RequestOutsideStreet 422
     * @throws RequestWithoutPlace 422
     */
    GridId ofResident(ResidentId resident, @Nullable GeoPoint place, @Nullable String address) {
        if (place != null) {
            return at(place);
        }
        if (address != null) {
            var known = grids.gridOfAddress(address, null);
            if (known.isPresent()) {
                return known.get().id();
            }
        }
        GridId home = residents.require(resident).grid();
        if (home == null) {
            throw new RequestWithoutPlace();
        }
        return home;
    }

    /**
     * From the place, else the grid the staff member names and serves.
     *
     * @throws RequestOutsideStreet 422
     * @throws InvalidInput 400 if neither is given or the grid is not theirs
     */
    GridId ofStaff(StaffId member, @Nullable GeoPoint place, @Nullable GridId named) {
        if (place != null) {
            return at(place);
        }
        if (named == null
                || !staff.serves(member, named)
                || grids.require(named).level() != GridLevel.GRID) {
            throw InvalidInput.of("gridId", "请在地图上选择位置，或选择您负责的网格。");
        }
        return named;
    }

    private GridId at(GeoPoint place) {
        return grids.gridAt(place).map(GridView::id).orElseThrow(RequestOutsideStreet::new);
    }
}
