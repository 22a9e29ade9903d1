package cn.gridbell.request;

import cn.gridbell.platform.PlainText;
import cn.gridbell.platform.geo.Location;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Body of {@code POST /api/resident/requests/nearby}: the words stand in the body because no free text stands in a URL.
 *
 * @param text what is about to be reported
 */
record FindNear(
        @NotNull(message = "请选择诉求类别。") @Size(max = 40, message = "没有这个诉求类别，请从列表中重新选择。")
        String category,

        @NotNull(message = "请选择位置。") @Valid Location location,

        @NotNull(message = "请描述您的诉求。") @PlainText(max = 1000)
        String text) {}
