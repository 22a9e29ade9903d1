package cn.gridbell.request;

import cn.gridbell.staff.StaffView;
import cn.gridbell.staff.UnitView;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for a request, as residents see it.
 *
 * @param title role in Chinese, or the name of the unit
 * @param name  null if the post is vacant
 */
record RequestHolder(String title, @Nullable String name) {

    static RequestHolder of(@Nullable UnitView unit, @Nullable StaffView holder) {
        if (unit != null) {
            return new RequestHolder(unit.name(), holder == null ? null : holder.name());
        }
        return holder == null
                ? new RequestHolder(TimelineWords.ON_DUTY, null)
                : new RequestHolder(holder.title(), holder.name());
    }
}
