package cn.gridbell.request;

import cn.gridbell.platform.PlainText;
import jakarta.validation.constraints.NotNull;

/** Body of {@code POST /api/resident/requests/{id}/reply}. */
record ReplyToQuestion(
        @NotNull(message = "请填写回复。") @PlainText(min = 1, max = 500)
        String text) {}
