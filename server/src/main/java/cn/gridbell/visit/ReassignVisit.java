package cn.gridbell.visit;

import cn.gridbell.platform.PlainText;
import cn.gridbell.staff.StaffId;
import jakarta.validation.constraints.NotNull;

/** Body of {@code POST /api/staff/visits/{id}/reassignment}. */
record ReassignVisit(
        @NotNull(message = "请选择接手的工作人员。") StaffId memberId,

        @NotNull(message = "请填写原因。") @PlainText(min = 2, max = 200)
        String reason) {}
