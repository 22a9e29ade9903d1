package cn.gridbell.request;

import cn.gridbell.platform.calendar.WorkCalendar;
import cn.gridbell.platform.repeat.Repeats;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Numbers as told to people: prefix, day, sequence. A node takes a block at a time in a short transaction of its own, so that submissions do
 * not queue on one counter; gaps are allowed, doubles are not (the column is unique).
 */
@Component
class RequestNumbers {

    /** More than a day has, and a tenth of what six digits hold. */
    static final int SKIPPED = 100_000;

    private final RequestNumberMapper counters;
    private final TransactionTemplate apart;
    private final RequestProperties settings;
    private final Clock clock;

    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable LocalDate day;
    private int next;
    private int end;

    RequestNumbers(
            RequestNumberMapper counters,
            PlatformTransactionManager transactions,
            RequestProperties settings,
            Clock clock) {
        this.counters = counters;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.settings = settings;
        this.clock = clock;
    }

    /** The next number. Call it before the transaction of the work where that is possible: a new block needs a connection of its own. */
    String next() {
        lock.lock(); // no monitor: a virtual thread that waits for a connection within one would hold its carrier
        try {
            return nextInTurn();
        } finally {
            lock.unlock();
        }
    }

    /** Passes over the numbers of today that may have been told to people whose requests this database does not hold. */
    void skip() {
        apart.executeWithoutResult(transaction -> counters.take(WorkCalendar.dayOf(clock.instant()), SKIPPED));
    }

    private String nextInTurn() {
        LocalDate today = WorkCalendar.dayOf(clock.instant());
        if (!today.equals(day) || next >= end) {
            int taken = takeBlock(today);
            day = today;
            next = taken - settings.numberBlock();
            end = taken;
        }
        next++;
        return settings.numberPrefix()
                + DateTimeFormatter.BASIC_ISO_DATE.format(today)
                + String.format(Locale.ROOT, "-%06d", next);
    }

    private int takeBlock(LocalDate today) {
        Integer taken = Repeats.run(() -> apart.execute(transaction -> {
            counters.take(today, settings.numberBlock());
            return counters.taken(today);
        }));
        if (taken == null) {
            throw new IllegalStateException("a block of numbers was not taken");
        }
        return taken;
    }
}
