package cn.gridbell.message.consent;

import cn.gridbell.message.wording.TemplateCatalogue;
import cn.gridbell.platform.InvalidInput;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /api/resident/message-consents}: what {@code wx.requestSubscribeMessage} gave, without {@code errMsg}.
 *
 * @param results template id to {@code accept}, {@code reject}, {@code ban} or {@code filter}; 1 to 20
 */
record ConsentAnswers(
        @NotNull(message = "缺少订阅结果。") @NotEmpty(message = "缺少订阅结果。") @Size(max = 20, message = "一次最多提交20个模板的订阅结果。")
        Map<String, @Nullable String> results) {

    /** @throws InvalidInput 400 for a template this street does not have, or a word WeChat does not use */
    Map<String, ConsentChoice> choices(TemplateCatalogue catalogue) {
        Map<String, ConsentChoice> choices = new LinkedHashMap<>();
        results.forEach((templateId, word) -> {
            if (!catalogue.knows(templateId)) {
                throw InvalidInput.of("results", "没有这个消息模板，请更新小程序后重试。");
            }
            choices.put(
                    templateId,
                    ConsentChoice.ofTap(word == null ? "" : word)
                            .orElseThrow(() -> InvalidInput.of("results", "订阅结果只能是accept、reject、ban或filter。")));
        });
        return choices;
    }
}
