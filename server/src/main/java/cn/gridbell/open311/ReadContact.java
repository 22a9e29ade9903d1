package cn.gridbell.open311;

import cn.gridbell.platform.PlainText;
import jakarta.validation.constraints.NotNull;

/**
 * Body of {@code POST /api/staff/open311-reports/{number}/contact-reading}.
 *
 * @param purpose kept with who read and when
 */
record ReadContact(
        @NotNull(message = "请填写查看联系方式的目的。") @PlainText(min = 4, max = 200)
        String purpose) {}
