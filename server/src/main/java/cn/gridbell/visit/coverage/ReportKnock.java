package cn.gridbell.visit.coverage;

import cn.gridbell.platform.PlainText;
import cn.gridbell.resident.HouseholdId;
import cn.gridbell.visit.VisitResult;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /api/staff/knocks}: a knock at a door where no visit was booked.
 *
 * @param needs      found at the door, at most ten; absent: none
 * @param doNotKnock whether the household asked not to be knocked at any more
 */
public record ReportKnock(
        @NotNull(message = "请选择住户。") HouseholdId householdId,
        @NotNull(message = "请选择走访结果。") VisitResult result,
        @PlainText(max = 500) @Nullable String note,

        @Size(max = 10, message = "一次最多登记10条需求，其余请另行上报。") List<@NotNull(message = "需求内容不能为空。") @Valid KnockNeed> needs,

        @Nullable Boolean doNotKnock) {

    public ReportKnock {
        needs = needs == null ? List.of() : Collections.unmodifiableList(needs);
    }

    /**
     * One need.
     *
     * @param category code of the request category
     */
    public record KnockNeed(
            @NotNull(message = "请选择需求类别。") @PlainText(max = 40)
            String category,

            @NotNull(message = "请填写需求内容。") @PlainText(max = 2000)
            String description) {}
}
