package cn.gridbell.message;

import cn.gridbell.resident.ResidentId;
import cn.gridbell.staff.StaffId;

/** Whom a message is for. */
record Recipient(Kind kind, long id) {

    enum Kind {
        RESIDENT,
        STAFF
    }

    static Recipient of(ResidentId resident) {
        return new Recipient(Kind.RESIDENT, resident.value());
    }

    static Recipient of(StaffId staff) {
        return new Recipient(Kind.STAFF, staff.value());
    }
}
