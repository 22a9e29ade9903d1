package cn.gridbell.signin;

import cn.gridbell.platform.security.Role;
import cn.gridbell.resident.ResidentId;
import cn.gridbell.staff.StaffId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answer to signing in and refreshing.
 *
 * @param staff null for a person without a staff account
 */
record SignedIn(
        String token,
        Instant expiresAt,
        Person resident,
        @Nullable Staff staff) {

    /** The person as a resident, and what they have not given yet. */
    record Person(ResidentId id, boolean phoneBound, boolean householdGiven) {}

    /** The person's staff account. */
    record Staff(StaffId id, String name, List<Role> roles, List<GridLine> grids) {}

    /** A token slips into no log. */
    @Override
    public String toString() {
        return "SignedIn[…]";
    }
}
