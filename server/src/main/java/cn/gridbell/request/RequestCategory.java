package cn.gridbell.request;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A kind of request and how long each level has for it.
 *
 * @param parent   the heading it stands under
 * @param keywords separated by blanks
 */
record RequestCategory(
        String code,
        @Nullable String parent,
        String name,
        String keywords,
        boolean isPrivate,
        Colour firstColour,
        int greenHours,
        int yellowHours,
        int blueHours,
        int redHours) {

    /** Working time the level of this colour has. */
    Duration timeAt(Colour colour) {
        return Duration.ofHours(
                switch (colour) {
                    case GREEN -> greenHours;
                    case YELLOW -> yellowHours;
                    case BLUE -> blueHours;
                    case RED -> redHours;
                });
    }
}
