package cn.gridbell.platform.calendar;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Says that a year's holidays are missing: the present year's, and from December the next one's (the notice comes in November). A gauge
 * {@code gridbell.calendar.missing} (1: missing), a detail of the health answer, a line in the log once a day. The server stays up: plain weeks
 * are counted meanwhile.
 */
@Component
class CalendarAlarm implements HealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(CalendarAlarm.class);
    private static final int NOTICE_IS_OUT = 12;

    private final WorkCalendar calendar;
    private final Clock clock;

    CalendarAlarm(WorkCalendar calendar, Clock clock, MeterRegistry meters) {
        this.calendar = calendar;
        this.clock = clock;
        meters.gauge("gridbell.calendar.missing", this, alarm -> alarm.missingYear() == 0 ? 0 : 1);
    }

    @Scheduled(initialDelay = 0, fixedDelay = 1, timeUnit = TimeUnit.DAYS)
    void warn() {
        int missing = missingYear();
        if (missing != 0) {
            log.warn(
                    "the holidays of {} are not known: deadlines count plain weeks; PUT /api/staff/work-calendar/{}",
                    missing,
                    missing);
        }
    }

    @Override
    public Health health() {
        int missing = missingYear();
        return missing == 0
                ? Health.up().build()
                : Health.up().withDetail("missingYear", missing).build();
    }

    /** 0 if none is missing. */
    int missingYear() {
        LocalDate today = WorkCalendar.dayOf(clock.instant());
        if (!calendar.announced(today.getYear())) {
            return today.getYear();
        }
        boolean nextExpected = today.getMonthValue() >= NOTICE_IS_OUT;
        return nextExpected && !calendar.announced(today.getYear() + 1) ? today.getYear() + 1 : 0;
    }
}
