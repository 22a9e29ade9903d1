package cn.gridbell.photo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A picture under check. */
record PhotoCheckRow(long photoId, @Nullable String traceId, int tries, int misses, int claim, Instant createdAt) {

    PhotoCheckRow claimed() {
        return new PhotoCheckRow(photoId, traceId, tries, misses, claim + 1, createdAt);
    }
}
