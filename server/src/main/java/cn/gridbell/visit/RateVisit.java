package cn.gridbell.visit;

import cn.gridbell.platform.PlainText;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /api/resident/visits/{id}/rating}. */
record RateVisit(
        @NotNull(message = "请选择星级。") @Min(value = 1, message = "星级须为1到5星。") @Max(value = 5, message = "星级须为1到5星。")
        Integer stars,

        @NotNull(message = "请选择这次上门是否帮到了您。") Boolean helped,
        @PlainText(max = 500) @Nullable String comment) {}
