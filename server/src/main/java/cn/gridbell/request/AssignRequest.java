package cn.gridbell.request;

import cn.gridbell.platform.PlainText;
import cn.gridbell.staff.StaffId;
import cn.gridbell.staff.UnitId;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /api/staff/requests/{id}/meeting-decision}: who answers from now, a member or a unit. */
record AssignRequest(
        @Nullable StaffId memberId,
        @Nullable UnitId unitId,

        @NotNull(message = "请填写理由。") @PlainText(min = 2, max = 200)
        String reason) {}
