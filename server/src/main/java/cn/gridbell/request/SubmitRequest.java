package cn.gridbell.request;

import cn.gridbell.photo.PhotoId;
import cn.gridbell.platform.PlainText;
import cn.gridbell.platform.geo.Location;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /api/resident/requests}.
 *
 * @param category  code of a category that can be chosen; absent: the words say which, else it is OTHER until staff have looked
 * @param location  GCJ-02; absent: the address or the household says where
 * @param photoIds  at most nine, the caller's own, not used yet
 * @param anonymous absent: not
 * @param draftId   what was begun in the chat: its pictures come along, its place too unless another is given
 * @param answers   to the category's questions, by their code; always texts: {@code YES}, {@code NO}, {@code 3}
 */
record SubmitRequest(
        @Size(max = 40, message = "没有这个诉求类别，请从列表中重新选择。") @Nullable
        String category,

        @NotNull(message = "请描述您的诉求。") @PlainText(max = 1000)
        String description,

        @Valid @Nullable Location location,
        @PlainText(max = 200) @Nullable String address,

        @Size(max = 9, message = "最多上传9张图片。") @Nullable List<@NotNull(message = "图片编号有误，请重新上传。") PhotoId> photoIds,

        @Nullable Boolean anonymous,
        @Nullable DraftId draftId,

        @Size(max = 10, message = "回答太多，请重新选择类别后填写。") @Nullable
        Map<
                        @Size(max = 30, message = "有的回答不属于这个类别的问题，请重新选择类别后填写。") String,
                        @NotNull(message = "回答不能为空，不回答的请不填。") @PlainText(max = 200) String>
                answers) {}
