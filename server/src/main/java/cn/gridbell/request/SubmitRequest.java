package cn.gridbell.request;

import cn.gridbell.photo.PhotoId;
import cn.gridbell.platform.PlainText;
import cn.gridbell.platform.geo.Location;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /api/resident/requests}.
 *
 * @param category  code of a category that can be chosen
 * @param location  GCJ-02; absent: the address or the household says where
 * @param photoIds  at most nine, the caller's own, not used yet
 * @param anonymous absent: not
 * @param draftId   what was begun in the chat: its pictures come along, its place too unless another is given
 */
record SubmitRequest(
        @NotNull(message = "请选择诉求类别。") @Size(max = 40, message = "没有这个诉求类别，请从列表中重新选择。")
        String category,

        @NotNull(message = "请描述您的诉求。") @PlainText(max = 1000)
        String description,

        @Valid @Nullable Location location,
        @PlainText(max = 200) @Nullable String address,

        @Size(max = 9, message = "最多上传9张图片。") @Nullable List<@NotNull(message = "图片编号有误，请重新上传。") PhotoId> photoIds,

        @Nullable Boolean anonymous,
        @Nullable DraftId draftId) {}
