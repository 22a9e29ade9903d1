package cn.gridbell.request;

import cn.gridbell.platform.PlainText;
import cn.gridbell.staff.StaffId;
import cn.gridbell.staff.UnitId;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /api/staff/requests/{id}/return-decision}. If granted without a name, the territory says who answers. */
record DecideReturn(
        @NotNull(message = "请选择同意或不同意。") Boolean granted,
        @Nullable StaffId memberId,
        @Nullable UnitId unitId,

        @NotNull(message = "请填写理由。") @PlainText(min = 2, max = 200)
        String reason) {}
