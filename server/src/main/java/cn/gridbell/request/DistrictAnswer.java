package cn.gridbell.request;

import cn.gridbell.platform.PlainText;
import jakarta.validation.constraints.NotNull;

/** Body of {@code POST /api/staff/requests/{id}/district-answer}. */
record DistrictAnswer(
        @NotNull(message = "请填写区级答复。") @PlainText(min = 2, max = 500)
        String words) {}
