package cn.gridbell.platform.geo;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A place as WeChat gives and shows it, GCJ-02; only ever a body field at the edge.
 *
 * @param latitude  3 to 54 (China)
 * @param longitude 73 to 136 (China)
 */
public record Location(
        @NotNull(message = "缺少纬度，请重新选择位置。")
        @DecimalMin(value = "3", message = "位置不在服务范围内，请重新选择。")
        @DecimalMax(value = "54", message = "位置不在服务范围内，请重新选择。")
        @Nullable
        Double latitude,

        @NotNull(message = "缺少经度，请重新选择位置。")
        @DecimalMin(value = "73", message = "位置不在服务范围内，请重新选择。")
        @DecimalMax(value = "136", message = "位置不在服务范围内，请重新选择。")
        @Nullable
        Double longitude) {

    /** The same place in WGS-84. Call after validation. */
    public GeoPoint toWgs84() {
        if (latitude == null || longitude == null) {
            throw new IllegalStateException("not validated");
        }
        return Gcj02.toWgs84(latitude, longitude);
    }

    /** The place as WeChat's map wants it. */
    public static Location of(GeoPoint wgs84) {
        return Gcj02.fromWgs84(wgs84);
    }
}
