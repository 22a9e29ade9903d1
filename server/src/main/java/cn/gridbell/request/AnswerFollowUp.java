package cn.gridbell.request;

import cn.gridbell.platform.PlainText;
import cn.gridbell.request.followup.FollowUp;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /api/resident/requests/{id}/follow-up}.
 *
 * @param answer  AGAIN opens a request anew
 * @param comment what it looks like now; absent: as it was described first
 */
record AnswerFollowUp(
        @NotNull(message = "请选择问题有没有再出现。") FollowUp.Answer answer,
        @PlainText(max = 1000) @Nullable String comment) {}
