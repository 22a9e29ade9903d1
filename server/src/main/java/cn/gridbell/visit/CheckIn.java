package cn.gridbell.visit;

import cn.gridbell.platform.PlainText;
import cn.gridbell.platform.geo.Location;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /api/staff/visits/{id}/check-in}.
 *
 * @param location where the member stands; graded, not kept
 * @param doorCode six digits from the resident's screen
 * @param accuracy of the place, metres, as the phone says
 * @param doorSign what the sign at the building says
 */
public record CheckIn(
        @Valid @Nullable Location location,

        @Pattern(regexp = "[0-9]{6}", message = "验证码是6位数字，请看居民手机上的页面。") @Nullable
        String doorCode,

        @PositiveOrZero(message = "定位精度不能为负数。") @Max(value = 100_000, message = "定位精度有误，请重新定位。") @Nullable
        Integer accuracy,

        @PlainText(max = 100) @Nullable String doorSign) {}
