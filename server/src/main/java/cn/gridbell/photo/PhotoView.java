package cn.gridbell.photo;

import cn.gridbell.platform.geo.Location;
import cn.gridbell.wechat.ContentState;
import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * A stored picture.
 *
 * @param url    signed, good for a short time
 * @param thumbnails the same picture smaller; signed like {@code url}
 * @param width  pixels, upright
 * @param height pixels, upright
 * @param hint   where it was taken, if the camera said so; only in the answer to the upload
 * @param check  how far it is from being public; null before it belongs to anything
 */
public record PhotoView(
        PhotoId id,
        String url,
        Thumbnails thumbnails,
        int width,
        int height,
        @Nullable Hint hint,
        @Nullable ContentState check) {

    /** Whether other residents and the public may see it. */
    @JsonIgnore
    public boolean isPublic() {
        return check == ContentState.PASSED;
    }

    /**
     * For a picture that is not longer than a size the picture itself.
     *
     * @param small  at most 320 pixels long
     * @param medium at most 1,080 pixels long
     */
    public record Thumbnails(String small, String medium) {}

    /** @param location GCJ-02 */
    public record Hint(Location location) {}
}
