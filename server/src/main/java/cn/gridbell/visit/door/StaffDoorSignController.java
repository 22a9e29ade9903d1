package cn.gridbell.visit.door;

import cn.gridbell.grid.BuildingView;
import cn.gridbell.grid.GridId;
import cn.gridbell.grid.Grids;
import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.platform.security.Role;
import cn.gridbell.staff.StaffId;
import cn.gridbell.staff.StaffMembers;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StaffDoorSignController {

    private final DoorSigns signs;
    private final Grids grids;
    private final StaffMembers staff;

    StaffDoorSignController(DoorSigns signs, Grids grids, StaffMembers staff) {
        this.signs = signs;
        this.grids = grids;
        this.staff = staff;
    }

    /** What the signs of a grid's buildings say, to be printed as QR codes. */
    @GetMapping("/api/staff/door-signs")
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.GRID_LEAD, Role.COMMUNITY, Role.STREET, Role.DISTRICT})
    Signs signs(Caller caller, @RequestParam GridId grid) {
        if (grids.find(grid).isEmpty() || !staff.serves(new StaffId(caller.requireStaffId()), grid)) {
            return new Signs(List.of());
        }
        return new Signs(grids.buildingsIn(grid).stream().map(this::sign).toList());
    }

    private Sign sign(BuildingView building) {
        return new Sign(building.address(), building.building(), signs.of(building.address(), building.building()));
    }

    record Signs(List<Sign> items) {}

    /** @param sign the text of the QR code */
    record Sign(String address, String building, String sign) {}
}
