package cn.gridbell.chat;

import cn.gridbell.platform.PlainText;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A keyword answer as staff write it, whole.
 *
 * @param version what was read, when one is replaced; null for a new one
 */
record WriteChatAnswer(
        @NotNull(message = "请填写关键词。") @PlainText(max = 20) String word,

        @NotNull(message = "请选择匹配方式。") Matching matching,

        @NotNull(message = "请填写回复内容。") @PlainText(max = 600) String answer,

        @Min(value = 0, message = "优先级在0到100之间。") @Max(value = 100, message = "优先级在0到100之间。")
        int priority,

        boolean enabled,
        @Nullable Integer version) {}
