package dev.gridbell.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Runs on like a real clock, from a Tuesday morning on which everybody works, and can be moved. Whole microseconds, like the production
 * clock.
 */
public final class MutableClock extends Clock {

    /** Tuesday, 24 November 2026, 09:30 in Shanghai. */
    public static final Instant TUESDAY_MORNING = Instant.parse("2026-11-24T01:30:00Z");

    private volatile Duration offset = fromNowTo(TUESDAY_MORNING);

    private static Duration fromNowTo(Instant target) {
        return Duration.between(Clock.systemUTC().instant(), target);
    }

    /** How far this clock is ahead of the machine's. */
    public Duration offset() {
        return offset;
    }

    public void moveTo(Instant target) {
        offset = fromNowTo(target);
    }

    public synchronized void advance(Duration by) {
        offset = offset.plus(by);
    }

    /** Back to Tuesday morning. */
    public void reset() {
        moveTo(TUESDAY_MORNING);
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(offset).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
