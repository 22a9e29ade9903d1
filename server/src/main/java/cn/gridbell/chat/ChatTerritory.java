package cn.gridbell.chat;

import cn.gridbell.grid.GridId;
import cn.gridbell.platform.security.Caller;
import cn.gridbell.platform.security.Role;
import cn.gridbell.staff.StaffId;
import cn.gridbell.staff.StaffMembers;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which staff answer whom: those who serve the person's grid or one above it; people without a grid are the street's. */
@Component
class ChatTerritory {

    private static final List<Long> NO_GRID = List.of(-1L);

    private final StaffMembers staff;

    ChatTerritory(StaffMembers staff) {
        this.staff = staff;
    }

    boolean covers(Caller caller, @Nullable GridId grid) {
        if (caller.roles().contains(Role.ADMIN)) {
            return true;
        }
        return grid == null
                ? caller.roles().contains(Role.STREET)
                : staff.serves(new StaffId(caller.requireStaffId()), grid);
    }

    /** The territories whose chats are listed for this caller; never empty, for SQL. */
    List<Long> of(Caller caller) {
        List<Long> served = staff.require(new StaffId(caller.requireStaffId())).grids().stream()
                .map(GridId::value)
                .toList();
        return served.isEmpty() ? NO_GRID : served;
    }
}
