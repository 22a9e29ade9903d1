package cn.gridbell.visit;

import cn.gridbell.platform.PlainText;
import cn.gridbell.request.RequestId;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /api/resident/visits}.
 *
 * @param start     of an opening
 * @param requestId the resident's own open request the visit is about
 */
record BookVisit(
        @NotNull(message = "请选择上门时间。") Instant start,
        @NotNull(message = "请选择上门事由。") VisitPurpose purpose,
        @PlainText(max = 500) @Nullable String note,
        @Nullable RequestId requestId) {}
