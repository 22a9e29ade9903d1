package cn.gridbell.request;

import cn.gridbell.photo.PhotoId;
import cn.gridbell.platform.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /api/resident/requests/{id}/comments}. */
record CommentOnRequest(
        @NotNull(message = "请填写补充说明。") @PlainText(max = 500) String text,

        @Size(max = 9, message = "最多上传9张图片。") @Nullable List<@NotNull(message = "图片编号有误，请重新上传。") PhotoId> photoIds) {}
