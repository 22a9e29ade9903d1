package cn.gridbell.request;

import cn.gridbell.platform.PlainText;
import jakarta.validation.constraints.NotNull;

/** Body of {@code POST /api/staff/requests/{id}/question}. */
record AskResident(
        @NotNull(message = "请填写要问居民的问题。") @PlainText(min = 2, max = 300)
        String question) {}
