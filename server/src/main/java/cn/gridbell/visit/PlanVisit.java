package cn.gridbell.visit;

import cn.gridbell.platform.PlainText;
import cn.gridbell.request.RequestId;
import cn.gridbell.resident.HouseholdId;
import cn.gridbell.staff.StaffId;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /api/staff/visits}: a visit nobody asked for.
 *
 * @param reason      why the knock is planned
 * @param householdId the door; may be absent for a follow-up: then it is the door of whoever reported the request
 * @param requestId   the request that is followed up
 * @param memberId    who goes; absent: the caller
 * @param start       a quarter of an hour within the horizon
 */
record PlanVisit(
        @NotNull(message = "请选择走访的来源。") Reason reason,
        @Nullable HouseholdId householdId,
        @Nullable RequestId requestId,
        @Nullable StaffId memberId,
        @NotNull(message = "请选择上门时间。") Instant start,
        @NotNull(message = "请选择上门事由。") VisitPurpose purpose,
        @PlainText(max = 500) @Nullable String note) {

    enum Reason {
        CAMPAIGN,
        WEEKLY_ROUND,
        FOLLOW_UP
    }
}
