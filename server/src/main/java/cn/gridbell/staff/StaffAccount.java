package cn.gridbell.staff;

import cn.gridbell.platform.security.Role;
import java.util.Set;

/** What a signed-in staff member may do right now. */
public record StaffAccount(StaffId id, Set<Role> roles) {

    public StaffAccount {
        roles = Set.copyOf(roles);
    }
}
