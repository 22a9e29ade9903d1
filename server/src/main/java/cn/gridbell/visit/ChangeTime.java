package cn.gridbell.visit;

import cn.gridbell.platform.PlainText;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/**
 * Body of {@code POST /api/resident/visits/{id}/time-change}.
 *
 * @param start of an opening
 */
record ChangeTime(
        @NotNull(message = "请选择新的上门时间。") Instant start,

        @NotNull(message = "请填写改时间的原因。") @PlainText(max = 200)
        String reason) {}
