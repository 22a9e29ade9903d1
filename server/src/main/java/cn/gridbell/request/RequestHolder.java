package cn.gridbell.request;

import cn.gridbell.staff.StaffView;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for a request, as residents see it.
 *
 * @param title role in Chinese
 * @param name  null if the post is vacant
 */
record RequestHolder(String title, @Nullable String name) {

    static RequestHolder of(@Nullable StaffView holder) {
        return holder == null
                ? new RequestHolder(TimelineWords.ON_DUTY, null)
                : new RequestHolder(holder.title(), holder.name());
    }
}
