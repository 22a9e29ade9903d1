package cn.gridbell.staff;

import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.platform.security.Role;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The list leads choose from when they assign a request, send somebody else to a door or give out turf. */
@RestController
class LedMemberController {

    private final LedMembers members;

    LedMemberController(LedMembers members) {
        this.members = members;
    }

    @GetMapping("/api/staff/members")
    @CallableBy(
            value = Audience.STAFF,
            roles = {Role.GRID_LEAD, Role.COMMUNITY, Role.STREET, Role.DISTRICT})
    Led members(Caller caller) {
        return new Led(members.ledBy(new StaffId(caller.requireStaffId())));
    }

    /** By staff number, at most 500. */
    record Led(List<LedMembers.Line> items) {}
}
