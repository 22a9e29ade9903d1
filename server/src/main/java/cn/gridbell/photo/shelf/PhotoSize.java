package cn.gridbell.photo.shelf;

import java.util.Arrays;
import java.util.Optional;

/** The sizes a picture is kept in. One that is not longer than a size is not kept in it. */
public enum PhotoSize {
    /** In a list. */
    SMALL(320, "-320.jpg"),
    /** On a phone's whole screen. */
    MEDIUM(1_080, "-1080.jpg"),
    /** All that is kept of it. */
    FULL(2_560, ".jpg");

    private final int longestEdge;
    private final String ending;

    PhotoSize(int longestEdge, String ending) {
        this.longestEdge = longestEdge;
        this.ending = ending;
    }

    /** Pixels of the longer side, at most. */
    public int longestEdge() {
        return longestEdge;
    }

    String ending() {
        return ending;
    }

    /**
     * By the edge in a link.
     *
     * @param edge pixels; null: the full size
     */
    public static Optional<PhotoSize> of(@org.jspecify.annotations.Nullable Integer edge) {
        return Arrays.stream(values())
                .filter(size -> edge == null ? size == FULL : size.longestEdge == edge)
                .findFirst();
    }
}
