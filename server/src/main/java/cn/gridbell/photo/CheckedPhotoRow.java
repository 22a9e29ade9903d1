package cn.gridbell.photo;

import cn.gridbell.wechat.ContentState;
import org.jspecify.annotations.Nullable;

/**
 * A picture that belongs to something.
 *
 * @param state null: it came before pictures were checked
 */
record CheckedPhotoRow(
        long id,
        int width,
        int height,
        String subject,
        @Nullable ContentState state) {}
