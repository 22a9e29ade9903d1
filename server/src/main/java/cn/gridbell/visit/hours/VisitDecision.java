package cn.gridbell.visit.hours;

import cn.gridbell.platform.PlainText;
import cn.gridbell.staff.StaffId;
import cn.gridbell.visit.VisitId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one visit that a change hits.
 *
 * @param memberId for MOVE: who goes instead; absent: the first of the deputies who is free
 * @param starts   for PROPOSE: 1 to 3 other times
 * @param reason   for all but KEEP: what the resident reads
 */
record VisitDecision(
        @NotNull(message = "请选择预约。") VisitId visitId,
        @NotNull(message = "请选择对该预约的处理方式。") What decision,
        @Nullable StaffId memberId,

        @Nullable @Size(min = 1, max = 3, message = "请提出1到3个备选时间。")
        List<@NotNull(message = "备选时间不能为空。") Instant> starts,

        @PlainText(max = 200) @Nullable String reason) {

    enum What {
        KEEP,
        MOVE,
        PROPOSE,
        CANCEL
    }
}
