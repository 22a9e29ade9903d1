package cn.gridbell.visit;

import cn.gridbell.platform.geo.Location;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /api/staff/visits/{id}/check-in}.
 *
 * @param location where the member stands; graded, not kept
 * @param doorCode six digits from the resident's screen
 */
record CheckIn(
        @Valid @Nullable Location location,

        @Pattern(regexp = "[0-9]{6}", message = "验证码是6位数字，请看居民手机上的页面。") @Nullable
        String doorCode) {}
