package dev.gridbell.firstrun;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The server's clock in a first run: the machine's, unless a story that is played late in the evening or on a holiday has
 * moved it to the next time at which somebody can be visited. Whole microseconds, because that is what the database keeps.
 */
final class MovableClock extends Clock implements ApplicationContextInitializer<GenericApplicationContext> {

    private volatile Duration offset = Duration.ZERO;

    Duration offset() {
        return offset;
    }

    void move(Duration ahead) {
        offset = ahead;
    }

    /** Takes the place of the server's own clock. */
    @Override
    public void initialize(GenericApplicationContext context) {
        context.registerBean("movableClock", Clock.class, () -> this, bean -> bean.setPrimary(true));
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
        throw new UnsupportedOperationException("the server's clock is UTC");
    }
}
