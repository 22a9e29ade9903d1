package cn.gridbell.request;

import cn.gridbell.grid.GridId;
import cn.gridbell.photo.PhotoId;
import cn.gridbell.platform.PlainText;
import cn.gridbell.platform.geo.Location;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /api/staff/requests}: what staff found or were told.
 *
 * @param source   absent: {@code PATROL}
 * @param location GCJ-02; absent: {@code gridId} says where
 * @param gridId   a grid the caller serves
 */
record ReportRequest(
        @NotNull(message = "请选择诉求类别。") @Size(max = 40, message = "没有这个诉求类别，请从列表中重新选择。")
        String category,

        @NotNull(message = "请描述发现的问题。") @PlainText(max = 1000)
        String description,

        @Nullable Source source,
        @Valid @Nullable Location location,
        @Nullable GridId gridId,
        @PlainText(max = 200) @Nullable String address,

        @Size(max = 9, message = "最多上传9张图片。") @Nullable List<@NotNull(message = "图片编号有误，请重新上传。") PhotoId> photoIds) {

    /** How staff come by a request. */
    enum Source {
        PATROL(RequestSource.PATROL),
        PHONE(RequestSource.PHONE),
        PROPERTY(RequestSource.PROPERTY),
        HOTLINE(RequestSource.HOTLINE);

        private final RequestSource of;

        Source(RequestSource of) {
            this.of = of;
        }
    }

    RequestSource requestSource() {
        return source == null ? RequestSource.PATROL : source.of;
    }
}
