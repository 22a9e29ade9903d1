package cn.gridbell.request;

import cn.gridbell.photo.PhotoView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that is public only after a person has looked at it.
 *
 * @param what      in Chinese: 诉求描述, 补充与评价 or 图片
 * @param words     as the resident wrote it; null for a picture
 * @param photo     null for words
 * @param causeWords why a person has to look, in Chinese
 * @param since     when it was laid before a person
 */
record ContentReview(
        String id,
        RequestId requestId,
        String requestNumber,
        String what,
        @Nullable String words,
        @Nullable PhotoView photo,
        String causeWords,
        Instant since) {}
