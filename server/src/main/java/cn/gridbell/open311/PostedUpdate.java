package cn.gridbell.open311;

import cn.gridbell.platform.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client posts as an update, as FixMyStreet's extension has it. Name, phone and e-mail that come along are not kept: the report has them.
 *
 * @param update_id what the client calls it
 * @param status    in the client's eyes
 * @param media_url where pictures are, for staff to open
 */
record PostedUpdate(
        @NotNull(message = "不能为空。") @PlainText(max = 100) @Nullable
        String update_id,

        @NotNull(message = "不能为空。") @Pattern(regexp = "[!-~]{1,24}", message = "不是有效的编号。") @Nullable
        String service_request_id,

        @NotNull(message = "不能为空。") @Nullable Instant updated_datetime,

        @NotNull(message = "不能为空。")
        @Pattern(
                regexp = "(?i)open|closed|fixed|in_progress|action_scheduled|investigating|duplicate|reopen|for_triage"
                        + "|not_councils_responsibility|no_further_action|internal_referral",
                message = "不是已知的状态。")
        @Nullable
        String status,

        @PlainText(max = 2_000) @Nullable String description,

        @Size(max = 10, message = "最多10个附件地址。")
        List<
                        @Size(max = 1_900, message = "附件地址太长。")
                        @Pattern(regexp = "https?://[^\\s<>\"]+", message = "附件地址须以http或https开头。") String>
                media_url) {

    static PostedUpdate of(Parameters sent) {
        return new PostedUpdate(
                sent.text("update_id").orElseGet(() -> sent.orNull("update_id_ext")),
                sent.orNull("service_request_id"),
                sent.instant("updated_datetime").orElse(null),
                sent.orNull("status"),
                sent.orNull("description"),
                sent.all("media_url"));
    }
}
