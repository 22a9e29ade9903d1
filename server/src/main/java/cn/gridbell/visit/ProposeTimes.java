package cn.gridbell.visit;

import cn.gridbell.platform.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /api/staff/visits/{id}/proposals}.
 *
 * @param reason why not at the time asked for; the resident reads it
 */
record ProposeTimes(
        @NotNull(message = "请提出备选时间。") @Size(min = 1, max = 3, message = "请提出1到3个备选时间。")
        List<@NotNull(message = "备选时间不能为空。") Instant> starts,

        @PlainText(max = 200) @Nullable String reason) {}
