package cn.gridbell.request;

import cn.gridbell.platform.PlainText;
import jakarta.validation.constraints.NotNull;

/** Body of {@code POST /api/staff/requests/{id}/extension-decision} and {@code /down-consent}. */
record DecideAsk(
        @NotNull(message = "请选择同意或不同意。") Boolean granted,

        @NotNull(message = "请填写理由。") @PlainText(min = 2, max = 200)
        String reason) {}
