package cn.gridbell.request;

import cn.gridbell.platform.PlainText;
import jakarta.validation.constraints.NotNull;

/**
 * Body of {@code POST /api/staff/requests/{id}/return}.
 *
 * @param item code of the responsibility list
 */
record ReturnRequest(
        @NotNull(message = "请选择职责清单中的依据。") @PlainText(max = 20)
        String item,

        @NotNull(message = "请填写理由。") @PlainText(min = 2, max = 200)
        String reason) {}
