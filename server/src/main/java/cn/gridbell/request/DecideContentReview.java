package cn.gridbell.request;

import cn.gridbell.platform.PlainText;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /api/staff/content-reviews/{id}/decision}.
 *
 * @param publish false: it is held back for good
 */
record DecideContentReview(
        @NotNull(message = "请选择是否公开。") @Nullable Boolean publish,

        @NotNull(message = "请填写理由。") @PlainText(max = 200) String reason) {}
