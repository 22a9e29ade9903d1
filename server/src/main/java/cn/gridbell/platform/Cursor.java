package cn.gridbell.platform;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A position in a list ordered by an instant and then by id, newest or soonest first; opaque to clients.
 *
 * @param at microsecond precision
 * @param id tie-breaker within one instant
 */
public record Cursor(Instant at, long id) {

    /** Before the first row of a list that runs from newest to oldest. */
    public static final Cursor NEWEST = new Cursor(Instant.parse("2100-01-01T00:00:00Z"), Long.MAX_VALUE);

    /** Before the first row of a list that runs from oldest to newest. */
    public static final Cursor OLDEST = new Cursor(Instant.parse("2000-01-01T00:00:00Z"), 0);

    public String text() {
        String plain = at.getEpochSecond() + "." + at.getNano() / 1000 + "." + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * @param text what {@link #text()} gave, or null for the start
     * @throws InvalidInput if it is neither
     */
    public static Cursor parse(@Nullable String text, Cursor start) {
        if (text == null || text.isEmpty()) {
            return start;
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
            String[] parts = plain.split("\\.", -1);
            if (text.length() > 80 || parts.length != 3) {
                throw new IllegalArgumentException("not a cursor");
            }
            Instant at = Instant.ofEpochSecond(Long.parseLong(parts[0]), Long.parseLong(parts[1]) * 1000);
            if (at.isBefore(OLDEST.at()) || at.isAfter(NEWEST.at())) {
                throw new IllegalArgumentException("out of range");
            }
            return new Cursor(at, Long.parseLong(parts[2]));
        } catch (IllegalArgumentException | java.time.DateTimeException | ArithmeticException e) {
            throw InvalidInput.of("after", "翻页位置无效，请从第一页重新开始。");
        }
    }
}
