package dev.gridbell.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The platform's time: the machine's, moved by an offset that a test sets. */
final class SandboxClock extends Clock {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Clock machine;
    private volatile Duration offset = Duration.ZERO;

    SandboxClock(Clock machine) {
        this.machine = machine;
    }

    void offset(Duration newOffset) {
        offset = newOffset;
    }

    Duration offset() {
        return offset;
    }

    long seconds() {
        return instant().getEpochSecond();
    }

    /** The day on which WeChat counts quotas. */
    LocalDate day() {
        return LocalDate.ofInstant(instant(), CHINA);
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return CHINA;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(machine.withZone(zone), offset);
    }
}
