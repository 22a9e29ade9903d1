package cn.gridbell.request;

import cn.gridbell.platform.PlainText;
import jakarta.validation.constraints.NotNull;

/**
 * Body of {@code POST /api/staff/requests/{id}/rejection}.
 *
 * @param words why, and where to go
 */
record RejectRequest(
        @NotNull(message = "请写明理由和去处。") @PlainText(min = 2, max = 500)
        String words) {}
