package cn.gridbell.photo;

import cn.gridbell.platform.geo.Location;
import cn.gridbell.wechat.ContentState;
import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * A stored picture.
 *
 * @param url    signed, good for a short time
 * @param width  pixels, upright
 * @param height pixels, upright
 * @param hint   where it was taken, if the camera said so; only in the answer to the upload
 * @param check  how far it is from being public; null before it belongs to anything
 */
public record PhotoView(
        PhotoId id,
        String url,
        int width,
        int height,
        @Nullable Hint hint,
        @Nullable ContentState check) {

    /** Whether other residents and the public may see it. */
    @JsonIgnore
    public boolean isPublic() {
        return check == ContentState.PASSED;
    }

    /** @param location GCJ-02 */
    public record Hint(Location location) {}
}
