package cn.gridbell.request.category;

import cn.gridbell.request.Colour;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of request and how the street treats it.
 *
 * @param parent    the heading it stands under
 * @param keywords  words residents use for it
 * @param isPrivate about homes and people: never shown to others
 * @param questions asked before it is submitted
 * @param notices   said before it is submitted
 * @param version   grows with each change
 */
public record RequestCategory(
        String code,
        @Nullable String parent,
        String name,
        List<String> keywords,
        boolean isPrivate,
        Colour firstColour,
        Hours hours,
        Habits habits,
        List<Question> questions,
        List<String> notices,
        int version) {

    public RequestCategory {
        keywords = List.copyOf(keywords);
        questions = List.copyOf(questions);
        notices = List.copyOf(notices);
    }

    /** Where everything goes that nothing clear is known of. */
    public static final String OTHER = "OTHER";

    /** Whether a person has to look what a request is about before it is assigned. */
    public boolean needsScreening() {
        return code.equals(OTHER);
    }

    /** Working hours each level has, 1 to 700; a working day is seven. */
    public record Hours(int green, int yellow, int blue, int red) {}

    /**
     * @param followUp   it comes back: the reporter is asked four weeks after it was solved
     * @param likeMetres how far apart two requests of this kind may be about the same matter, 10 to 1000
     * @param afterPhoto "solved" needs a picture of what it looks like now
     */
    public record Habits(boolean followUp, int likeMetres, boolean afterPhoto) {

        /** Not followed up, a hundred metres, no picture needed. */
        public static final Habits PLAIN = new Habits(false, 100, false);
    }

    /** Working time the level of this colour has. */
    public Duration timeAt(Colour colour) {
        return Duration.ofHours(
                switch (colour) {
                    case GREEN -> hours.green();
                    case YELLOW -> hours.yellow();
                    case BLUE -> hours.blue();
                    case RED -> hours.red();
                });
    }
}
