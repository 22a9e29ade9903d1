package cn.gridbell.request;

import cn.gridbell.platform.PlainText;
import jakarta.validation.constraints.NotNull;

/** Body of {@code POST /api/staff/requests/{id}/escalation}. */
record EscalateRequest(
        @NotNull(message = "请填写升级原因。") @PlainText(min = 2, max = 500)
        String reason) {}
