package cn.gridbell.message.preference;

import cn.gridbell.message.wording.Topic;
import cn.gridbell.platform.InvalidInput;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code PUT /api/resident/message-preferences}: the topics to change; others stay.
 *
 * @param topics topic to whether it is wanted, 1 to 10
 */
record ChooseTopics(
        @NotNull(message = "请说明要接收哪些消息。") @NotEmpty(message = "请说明要接收哪些消息。") @Size(max = 10, message = "一次最多修改10项。")
        Map<String, @Nullable Boolean> topics) {

    /** @throws InvalidInput 400 for an unknown topic, or one that cannot be switched off */
    Map<Topic, Boolean> choices() {
        Map<Topic, Boolean> choices = new EnumMap<>(Topic.class);
        topics.forEach((name, wanted) -> {
            Topic topic = Arrays.stream(Topic.values())
                    .filter(known -> known != Topic.WORK && known.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> InvalidInput.of("topics", "没有这一类消息，请更新小程序后重试。"));
            if (wanted == null) {
                throw InvalidInput.of("topics", "请选择“接收”或“不接收”。");
            }
            if (!wanted && !topic.optional()) {
                throw InvalidInput.of("topics", "“" + topic.title() + "”不能关闭：" + topic.explanation());
            }
            choices.put(topic, wanted);
        });
        return choices;
    }
}
