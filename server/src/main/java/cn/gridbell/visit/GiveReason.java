package cn.gridbell.visit;

import cn.gridbell.platform.PlainText;
import jakarta.validation.constraints.NotNull;

/** Body of what needs a reason: cancellation, decline. The other side reads it. */
record GiveReason(
        @NotNull(message = "请填写原因。") @PlainText(min = 2, max = 200)
        String reason) {}
