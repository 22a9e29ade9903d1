package cn.gridbell.request;

import cn.gridbell.platform.PlainText;
import cn.gridbell.staff.StaffId;
import cn.gridbell.staff.UnitId;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /api/staff/coordinations/{id}/tasks}: what, by a member or a unit at the table, by when. */
record CoordinationTask(
        @NotNull(message = "请填写任务。") @PlainText(min = 2, max = 200)
        String what,

        @Nullable StaffId memberId,
        @Nullable UnitId unitId,
        @NotNull(message = "请填写完成时间。") Instant dueAt) {}
