package cn.gridbell.request;

import cn.gridbell.platform.PlainText;
import jakarta.validation.constraints.NotNull;

/** Body of {@code POST /api/staff/coordinations/{id}/closure}. */
record CloseCoordination(
        @NotNull(message = "请填写联调结果。") @PlainText(min = 2, max = 300)
        String outcome) {}
