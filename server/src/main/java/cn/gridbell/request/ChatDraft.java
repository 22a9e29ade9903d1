package cn.gridbell.request;

import cn.gridbell.photo.PhotoView;
import cn.gridbell.platform.geo.Location;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a resident began in the chat.
 *
 * @param location GCJ-02; null if no place was sent
 * @param address  what the map calls the place
 * @param photos   with short-lived links
 * @param waiting  pictures that are still being fetched
 * @param refusals why pictures were not kept, in Chinese
 */
record ChatDraft(
        DraftId id,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Location location,
        @Nullable String address,
        List<PhotoView> photos,
        int waiting,
        List<String> refusals) {}
