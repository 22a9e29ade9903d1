package cn.gridbell.request;

import cn.gridbell.platform.PlainText;
import cn.gridbell.staff.StaffId;
import cn.gridbell.staff.UnitId;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /api/staff/requests/{id}/assignment}: who answers from now, and what it is about if that was not clear (甄别派发).
 *
 * @param memberId a member; with neither member nor unit the routing table says who
 * @param category null: as it is; without it somebody has to be named
 */
record DispatchRequest(
        @Nullable StaffId memberId,
        @Nullable UnitId unitId,
        @Nullable String category,

        @NotNull(message = "请填写理由。") @PlainText(min = 2, max = 200)
        String reason) {}
