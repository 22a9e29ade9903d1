package cn.gridbell.visit;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;

/** Body of {@code POST /api/staff/visits/{id}/proposals}. */
record ProposeTimes(
        @NotNull(message = "请提出备选时间。") @Size(min = 1, max = 3, message = "请提出1到3个备选时间。")
        List<@NotNull(message = "备选时间不能为空。") Instant> starts) {}
