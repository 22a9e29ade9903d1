package cn.gridbell.platform.security;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The person behind a call, as established by the session. A controller takes it as a parameter.
 *
 * @param sessionId  the session that was shown
 * @param residentId each signed-in person is a resident
 * @param staffId    null for a person without a staff account
 * @param roles      empty without a staff account
 */
public record Caller(
        long sessionId, long residentId, @Nullable Long staffId, Set<Role> roles) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** @throws IllegalStateException if the handler was not declared for staff */
    public long requireStaffId() {
        if (staffId == null) {
            throw new IllegalStateException("handler is not declared for staff");
        }
        return staffId;
    }
}
