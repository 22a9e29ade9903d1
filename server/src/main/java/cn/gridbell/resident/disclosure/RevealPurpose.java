package cn.gridbell.resident.disclosure;

import cn.gridbell.platform.PlainText;
import jakarta.validation.constraints.NotNull;

/**
 * Body of each call that shows a phone or a door; the resident reads both.
 *
 * @param reason  what kind of need
 * @param purpose in own words, 4 to 200 characters
 */
public record RevealPurpose(
        @NotNull(message = "请选择查看原因。") RevealReason reason,

        @NotNull(message = "请写明查看目的。") @PlainText(min = 4, max = 200)
        String purpose) {}
