package cn.gridbell.resident;

import cn.gridbell.grid.GridId;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A door as somebody wrote it, and what makes two spellings the same door.
 *
 * @param address  road and number of the compound
 * @param building null where there are no buildings
 * @param unit     null where there are no units
 * @param room     null for a house of one door
 */
record Door(
        String address,
        @Nullable String building,
        @Nullable String unit,
        @Nullable String room) {

    /** Stands in no text a person may type. */
    private static final String BETWEEN = "\u001f";

    private static final Pattern NUMBERED = Pattern.compile("(第?)([0-9a-z-]+)(号楼|号|幢|栋|座|楼|单元|门|室|户)");

    static Door of(GiveHousehold given) {
        return new Door(
                given.address().strip(), stripped(given.building()), stripped(given.unit()), stripped(given.room()));
    }

    /** What is sealed. */
    String text() {
        return String.join(BETWEEN, address, orEmpty(building), orEmpty(unit), orEmpty(room));
    }

    static Door ofText(String text) {
        String[] parts = text.split(BETWEEN, -1);
        return new Door(parts[0], orNull(parts[1]), orNull(parts[2]), orNull(parts[3]));
    }

    /**
     * The text that is equal for two spellings of one door: full-width and half-width, blanks, upper and lower case and the counting word
     * ({@code 501}, {@code 501室}) make no difference. The grid belongs to it: the same words name different doors in different places.
     */
    String identity(GridId grid) {
        return String.join(BETWEEN, grid.text(), spelled(address), numbered(building), numbered(unit), numbered(room));
    }

    private static String numbered(@Nullable String part) {
        String spelled = spelled(orEmpty(part));
        Matcher matcher = NUMBERED.matcher(spelled);
        return matcher.matches() ? matcher.group(2) : spelled;
    }

    private static String spelled(String part) {
        return Normalizer.normalize(part, Normalizer.Form.NFKC)
                .replaceAll("\\s+", "")
                .toLowerCase(Locale.ROOT);
    }

    private static @Nullable String stripped(@Nullable String part) {
        return part == null ? null : orNull(part.strip());
    }

    private static @Nullable String orNull(String part) {
        return part.isEmpty() ? null : part;
    }

    private static String orEmpty(@Nullable String part) {
        return part == null ? "" : part;
    }

    /** A door slips into no log. */
    @Override
    public String toString() {
        return "Door[…]";
    }
}
