package cn.gridbell.request;

import cn.gridbell.platform.PlainText;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * Body of {@code POST /api/staff/requests/{id}/extension}.
 *
 * @param workingHours 1 to 70; a working day is seven
 */
record ExtendRequest(
        @NotNull(message = "请填写延长的工作小时数。")
        @Min(value = 1, message = "至少延长1个工作小时。")
        @Max(value = 70, message = "最多延长70个工作小时（10个工作日）。")
        Integer workingHours,

        @NotNull(message = "请填写理由。") @PlainText(min = 2, max = 200)
        String reason) {}
