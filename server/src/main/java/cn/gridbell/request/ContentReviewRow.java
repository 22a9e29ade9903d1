package cn.gridbell.request;

import cn.gridbell.wechat.CheckStep;
import cn.gridbell.wechat.ContentState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something a person has to look at, or had to.
 *
 * @param photoId 0: words
 * @param words null: a picture
 */
record ContentReviewRow(
        long id,
        long requestId,
        String number,
        long gridId,
        long entryId,
        long photoId,
        @Nullable String words,
        ContentState state,
        CheckStep.@Nullable Cause cause,
        Instant settledAt) {}
