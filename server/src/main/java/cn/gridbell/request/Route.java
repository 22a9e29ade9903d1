package cn.gridbell.request;

import cn.gridbell.staff.StaffId;
import cn.gridbell.staff.StaffView;
import cn.gridbell.staff.UnitView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who a request goes to, and by when.
 *
 * @param level   the colour it has from now
 * @param holder  null if every post up to the district is vacant, or a unit without a lead answers
 * @param unit    null unless a unit answers
 * @param stoodIn whether a level above stands in for a vacant post
 */
record Route(
        Colour level, @Nullable StaffView holder, @Nullable UnitView unit, boolean stoodIn, Instant dueAt) {

    @Nullable
    StaffId holderId() {
        return holder == null ? null : holder.id();
    }

    Assignee assignee() {
        return new Assignee(holderId(), unit == null ? null : unit.id());
    }
}
