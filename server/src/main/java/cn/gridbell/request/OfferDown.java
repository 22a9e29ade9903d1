package cn.gridbell.request;

import cn.gridbell.platform.PlainText;
import jakarta.validation.constraints.NotNull;

/** Body of {@code POST /api/staff/requests/{id}/down-offer}. */
record OfferDown(
        @NotNull(message = "请填写理由。") @PlainText(min = 2, max = 200)
        String reason) {}
