package cn.gridbell.request;

import cn.gridbell.platform.PlainText;
import jakarta.validation.constraints.NotNull;

/** Body of {@code POST /api/staff/coordinations/{id}/minutes}. */
record CoordinationNote(
        @NotNull(message = "请填写会议纪要。") @PlainText(min = 2, max = 1000)
        String words) {}
