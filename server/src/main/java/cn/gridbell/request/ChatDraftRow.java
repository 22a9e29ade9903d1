package cn.gridbell.request;

import cn.gridbell.platform.geo.GeoPoint;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A draft as stored. */
record ChatDraftRow(
        long id,
        long residentId,
        String status,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable String address,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Long requestId) {

    static final String OPEN = "OPEN";

    DraftId draftId() {
        return new DraftId(id);
    }

    @Nullable
    GeoPoint place() {
        return latitude == null || longitude == null ? null : new GeoPoint(latitude, longitude);
    }

    boolean isOpen(Instant now) {
        return status.equals(OPEN) && expiresAt.isAfter(now);
    }
}
