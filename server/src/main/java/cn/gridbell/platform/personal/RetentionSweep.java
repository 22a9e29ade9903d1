package cn.gridbell.platform.personal;

import cn.gridbell.platform.Failures;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Ends personal records whose time is over, class by class; what fails is tried again the next day. Counter {@code gridbell.retention.ended}. */
@Component
public class RetentionSweep {

    private static final Logger log = LoggerFactory.getLogger(RetentionSweep.class);
    private static final int AT_ONCE = 500;

    private final List<Expiring> classes;
    private final Map<String, Integer> days;
    private final MeterRegistry meters;
    private final Clock clock;

    RetentionSweep(List<Expiring> classes, RetentionProperties settings, MeterRegistry meters, Clock clock) {
        this.classes = List.copyOf(classes);
        this.days = settings.days() == null ? Map.of() : settings.days();
        this.meters = meters;
        this.clock = clock;
        Set<String> unknown = new TreeSet<>(days.keySet());
        unknown.removeAll(classes.stream().map(Expiring::name).collect(Collectors.toSet()));
        if (!unknown.isEmpty()) {
            throw new IllegalStateException("gridbell.retention.days: nothing is called " + unknown);
        }
    }

    public void sweep() {
        for (Expiring kind : classes) {
            try {
                end(kind);
            } catch (RuntimeException e) {
                log.warn("records of class {} could not be ended: {}", kind.name(), Failures.describe(e));
            }
        }
    }

    private void end(Expiring kind) {
        Instant before = clock.instant().minus(Duration.ofDays(days.getOrDefault(kind.name(), kind.usualDays())));
        int ended;
        do {
            ended = kind.expire(before, AT_ONCE);
            meters.counter("gridbell.retention.ended", "class", kind.name()).increment(ended);
        } while (ended == AT_ONCE);
    }
}
