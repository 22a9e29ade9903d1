package cn.gridbell.photo;

import org.jspecify.annotations.Nullable;

/**
 * A stored picture.
 *
 * @param subject null until it is used
 */
record PhotoRow(
        long id,
        String fileName,
        int width,
        int height,
        @Nullable String subject) {}
