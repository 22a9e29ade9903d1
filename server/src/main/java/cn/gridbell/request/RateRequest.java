package cn.gridbell.request;

import cn.gridbell.platform.PlainText;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /api/resident/requests/{id}/rating}. */
record RateRequest(
        @NotNull(message = "请选择问题是否解决。") Solved solved,

        @NotNull(message = "请选择一到五颗星。") @Min(value = 1, message = "请选择一到五颗星。") @Max(value = 5, message = "请选择一到五颗星。")
        Integer stars,

        @PlainText(max = 500) @Nullable String comment) {}
