package cn.gridbell.message;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import org.springframework.stereotype.Component;

/** Exponential waits with full jitter: anything between nothing and the bound, so that many messages do not come back at once. */
@Component
class Backoff implements Settlement.Patience {

    private static final int LONGEST_SHIFT = 30;

    private final CourierProperties.Retry retry;
    private final DoubleSupplier random;

    @org.springframework.beans.factory.annotation.Autowired
    Backoff(CourierProperties settings) {
        this(settings.retry(), () -> ThreadLocalRandom.current().nextDouble());
    }

    /** @param random at least 0 and less than 1 */
    Backoff(CourierProperties.Retry retry, DoubleSupplier random) {
        this.retry = retry;
        this.random = random;
    }

    @Override
    public Duration delay(int attempts) {
        long doubled = retry.base().toMillis() << Math.min(LONGEST_SHIFT, attempts - 1);
        long bound = Math.min(doubled, retry.cap().toMillis());
        return Duration.ofMillis((long) (random.getAsDouble() * bound));
    }

    @Override
    public boolean isOver(int attempts, Instant triedSince, Instant now) {
        return attempts >= retry.attempts() && !now.isBefore(triedSince.plus(retry.patience()));
    }
}
