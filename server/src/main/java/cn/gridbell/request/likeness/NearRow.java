package cn.gridbell.request.likeness;

import cn.gridbell.platform.geo.GeoPoint;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** @param words null unless they passed the check */
record NearRow(
        long id,
        double latitude,
        double longitude,
        Instant submittedAt,
        @Nullable String words) {

    GeoPoint place() {
        return new GeoPoint(latitude, longitude);
    }
}
