package cn.gridbell.visit.rating;

import cn.gridbell.grid.GridId;
import cn.gridbell.grid.GridLevel;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.platform.security.Role;
import cn.gridbell.staff.StaffId;
import cn.gridbell.staff.StaffMembers;
import cn.gridbell.staff.StaffView;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who leads where. */
@Component
class Leading {

    private static final Set<Role> LEADING = EnumSet.of(Role.GRID_LEAD, Role.COMMUNITY, Role.STREET, Role.DISTRICT);

    private final StaffMembers staff;

    Leading(StaffMembers staff) {
        this.staff = staff;
    }

    boolean leads(Caller caller, GridId grid) {
        return caller.roles().stream().anyMatch(LEADING::contains)
                && staff.serves(new StaffId(caller.requireStaffId()), grid);
    }

    /** The grid lead; where there is none, or the lead went to the door themselves, the community. */
    Optional<StaffId> callerFor(GridId grid, StaffId visitor) {
        return staff.leadOf(grid)
                .map(StaffView::id)
                .filter(lead -> !lead.equals(visitor))
                .or(() -> above(grid));
    }

    /** Who answers when the lead does not. */
    Optional<StaffId> above(GridId grid) {
        return staff.holderAt(grid, GridLevel.COMMUNITY)
                .or(() -> staff.holderAt(grid, GridLevel.STREET))
                .map(StaffView::id);
    }
}
