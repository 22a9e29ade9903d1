package cn.gridbell.wechat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An access token as it was fetched.
 *
 * @param fetchedAt our clock
 * @param expiresAt our clock
 */
record HeldToken(String value, Instant fetchedAt, Instant expiresAt) {

    private static final Duration LARGEST_MARGIN = Duration.ofSeconds(10);

    static HeldToken fetched(String value, Duration lifetime, Instant now) {
        return new HeldToken(value, now, now.plus(lifetime));
    }

    /** Not used in its last moments: ten seconds, or a tenth of a short life. */
    boolean usable(Instant now) {
        Duration tenth = lifetime().dividedBy(10);
        return now.isBefore(expiresAt.minus(tenth.compareTo(LARGEST_MARGIN) < 0 ? tenth : LARGEST_MARGIN));
    }

    /** Half of its life is over: time to ask again, in the background. */
    boolean ageing(Instant now) {
        return !now.isBefore(fetchedAt.plus(lifetime().dividedBy(2)));
    }

    private Duration lifetime() {
        return Duration.between(fetchedAt, expiresAt);
    }

    /** For the shared cache. */
    String text() {
        return fetchedAt.toEpochMilli() + " " + expiresAt.toEpochMilli() + " " + value;
    }

    /** Empty if it is not {@link #text()}. */
    static Optional<HeldToken> parse(String text) {
        String[] parts = text.split(" ", 3);
        try {
            return parts.length == 3
                    ? Optional.of(new HeldToken(
                            parts[2],
                            Instant.ofEpochMilli(Long.parseLong(parts[0])),
                            Instant.ofEpochMilli(Long.parseLong(parts[1]))))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "HeldToken[until " + expiresAt + "]";
    }
}
