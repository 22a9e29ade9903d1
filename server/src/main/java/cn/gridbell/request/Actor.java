package cn.gridbell.request;

import cn.gridbell.resident.ResidentId;
import cn.gridbell.staff.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * Who did something to a request.
 *
 * @param id a resident or a staff member, null for the system
 */
record Actor(Kind kind, @Nullable Long id) {

    static final Actor SYSTEM = new Actor(Kind.SYSTEM, null);

    enum Kind {
        RESIDENT,
        STAFF,
        SYSTEM
    }

    static Actor of(ResidentId resident) {
        return new Actor(Kind.RESIDENT, resident.value());
    }

    static Actor of(StaffId staff) {
        return new Actor(Kind.STAFF, staff.value());
    }
}
