package cn.gridbell.visit.outbox;

import cn.gridbell.visit.CheckIn;
import cn.gridbell.visit.RecordOutcome;
import cn.gridbell.visit.VisitId;
import cn.gridbell.visit.coverage.ReportKnock;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One action that was written down.
 *
 * @param clientId chosen by the phone, the same each time it is sent
 * @param at       when it happened, by the phone's clock
 * @param visitId  for everything but a knock
 * @param checkIn  for {@code CHECK_IN}
 * @param outcome  for {@code OUTCOME}
 * @param need     for {@code NEED}
 * @param knock    for {@code KNOCK}
 */
record OutboxItem(
        @NotNull(message = "缺少编号，请更新小程序后重试。") @Pattern(regexp = "[!-~]{8,64}", message = "编号须为8到64个英文字符或数字。")
        String clientId,

        @NotNull(message = "缺少操作类型，请更新小程序后重试。") OutboxKind kind,
        @NotNull(message = "缺少发生时间，请更新小程序后重试。") Instant at,
        @Nullable VisitId visitId,
        @Valid @Nullable CheckIn checkIn,
        @Valid @Nullable RecordOutcome outcome,
        RecordOutcome.@Valid @Nullable FoundNeed need,
        @Valid @Nullable ReportKnock knock) {

    @AssertTrue(message = "操作内容与类型不符，请更新小程序后重试。")
    boolean isWhole() {
        return kind == null || (kind == OutboxKind.KNOCK ? knock != null : visitId != null && hasBody());
    }

    private boolean hasBody() {
        return switch (kind) {
            case CHECK_IN -> true;
            case OUTCOME -> outcome != null;
            case NEED -> need != null;
            case KNOCK -> knock != null;
        };
    }
}
