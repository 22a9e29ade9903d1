package cn.gridbell.request;

import cn.gridbell.platform.PlainText;
import jakarta.validation.constraints.NotNull;

/** Body of {@code POST /api/resident/requests/{id}/withdrawal}. */
record WithdrawRequest(
        @NotNull(message = "请填写撤回的原因。") @PlainText(max = 200)
        String reason) {}
