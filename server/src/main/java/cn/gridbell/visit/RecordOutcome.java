package cn.gridbell.visit;

import cn.gridbell.platform.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /api/staff/visits/{id}/outcome}.
 *
 * @param needs found at the door, at most ten; absent: none
 */
public record RecordOutcome(
        @NotNull(message = "请选择走访结果。") VisitResult result,
        @PlainText(max = 500) @Nullable String note,

        @Size(max = 10, message = "一次最多登记10条需求，其余请另行上报。")
        List<@NotNull(message = "需求内容不能为空。") @Valid FoundNeed> needs) {

    public RecordOutcome {
        needs = needs == null ? List.of() : java.util.Collections.unmodifiableList(needs);
    }

    /**
     * One need.
     *
     * @param category code of the request category
     */
    public record FoundNeed(
            @NotNull(message = "请选择需求类别。") @PlainText(max = 40)
            String category,

            @NotNull(message = "请填写需求内容。") @PlainText(max = 2000)
            String description) {}
}
