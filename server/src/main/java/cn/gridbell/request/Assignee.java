package cn.gridbell.request;

import cn.gridbell.staff.StaffId;
import cn.gridbell.staff.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for a request.
 *
 * @param staff the person; for a unit its lead until a member takes it on; null if every post is vacant
 * @param unit  null unless a unit answers
 */
record Assignee(@Nullable StaffId staff, @Nullable UnitId unit) {

    static Assignee of(@Nullable StaffId staff) {
        return new Assignee(staff, null);
    }
}
