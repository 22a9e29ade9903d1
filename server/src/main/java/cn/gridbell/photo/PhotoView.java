package cn.gridbell.photo;

import cn.gridbell.platform.geo.Location;
import org.jspecify.annotations.Nullable;

/**
 * A stored picture.
 *
 * @param url    signed, good for a short time
 * @param width  pixels, upright
 * @param height pixels, upright
 * @param hint   where it was taken, if the camera said so; only in the answer to the upload
 */
public record PhotoView(
        PhotoId id,
        String url,
        int width,
        int height,
        @Nullable Hint hint) {

    /** @param location GCJ-02 */
    public record Hint(Location location) {}
}
