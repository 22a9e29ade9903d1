package cn.gridbell.visit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /api/staff/visits/{id}/departure}; may be left out.
 *
 * @param minutes how long the way takes, 1 to 180; without it the member is expected at the time agreed on, or now if that has passed
 */
record SetOut(
        @Min(value = 1, message = "路上时间请填1到180分钟。") @Max(value = 180, message = "路上时间请填1到180分钟。") @Nullable
        Integer minutes) {

    Duration way() {
        return Duration.ofMinutes(minutes == null ? 0 : minutes);
    }
}
