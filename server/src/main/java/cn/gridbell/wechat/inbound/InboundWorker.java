package cn.gridbell.wechat.inbound;

import cn.gridbell.platform.Failures;
import cn.gridbell.wechat.inbound.InboundReader.TryLater;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works the inbound log: one thread a node, woken by each letter and every half second. A letter is claimed with a fencing number for a
 * minute; its facts and its mark stand or fall together, so that each is worked once even if two nodes tried.
 */
@Component
class InboundWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(InboundWorker.class);

    static final int MOST_TRIES = 5;
    private static final int BATCH = 20;
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration LATER = Duration.ofSeconds(15);
    private static final Duration KEPT = Duration.ofDays(90);
    private static final long PAUSE_MILLIS = 500;

    private final InboundMapper rows;
    private final InboundLog letters;
    private final InboundReader reader;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Semaphore bell = new Semaphore(0);
    private volatile @Nullable Thread thread;

    InboundWorker(
            InboundMapper rows,
            InboundLog letters,
            InboundReader reader,
            TransactionTemplate transaction,
            Clock clock,
            MeterRegistry meters) {
        this.rows = rows;
        this.letters = letters;
        this.reader = reader;
        this.transaction = transaction;
        this.clock = clock;
        this.meters = meters;
    }

    @EventListener
    void on(InboundLog.LetterStored stored) {
        bell.release();
    }

    /** Works what is due now. @return how many letters were claimed */
    int workDue() {
        List<InboundRow> claimed = transaction.execute(status -> rows.lockDue(clock.instant(), BATCH).stream()
                .filter(row -> rows.claim(row.id(), row.claim(), clock.instant().plus(LEASE)) == 1)
                .toList());
        claimed.forEach(this::work);
        return claimed.size();
    }

    private void work(InboundRow row) {
        int claim = row.claim() + 1;
        try {
            InboundLetter letter = letters.letter(row).orElseThrow();
            Runnable rest = reader.read(letter);
            transaction.executeWithoutResult(status -> {
                if (rows.finish(row.id(), claim, keepsBody(row), clock.instant()) == 1) {
                    rest.run();
                }
            });
            count("done");
        } catch (TryLater e) {
            putBack(row, claim, "NEW", row.tries(), LATER);
            count("later");
        } catch (RuntimeException e) {
            failed(row, claim, e);
        }
    }

    private void failed(InboundRow row, int claim, RuntimeException e) {
        int tries = row.tries() + 1;
        boolean poison = tries >= MOST_TRIES;
        log.warn(
                "letter {} ({} {}) failed: try={} setAside={} error={}",
                row.id(),
                row.door(),
                row.kind(),
                tries,
                poison,
                Failures.describe(e));
        putBack(row, claim, poison ? "POISON" : "NEW", tries, Duration.ofSeconds(1L << (2 * tries)));
        count(poison ? "poison" : "failed");
    }

    private void putBack(InboundRow row, int claim, String status, int tries, Duration wait) {
        Instant dueAt = clock.instant().plus(wait);
        transaction.executeWithoutResult(ignored -> rows.putBack(row.id(), claim, status, tries, dueAt));
    }

    /** Events are not needed once they were worked; what people wrote is, until it is answered. */
    private static boolean keepsBody(InboundRow row) {
        return !row.kind().startsWith("event.");
    }

    private void count(String outcome) {
        meters.counter("gridbell.wechat.letters", "outcome", outcome).increment();
    }

    private void run() {
        Instant nextClearing = clock.instant();
        while (isRunning()) {
            try {
                while (isRunning() && workDue() > 0) {
                    bell.drainPermits();
                }
                if (clock.instant().isAfter(nextClearing)) {
                    transaction.execute(
                            status -> rows.forgetBefore(clock.instant().minus(KEPT)));
                    nextClearing = clock.instant().plus(Duration.ofMinutes(10));
                }
                bell.tryAcquire(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
                bell.drainPermits();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                log.warn("inbound log cannot be worked now: {}", Failures.describe(e));
                bell.drainPermits();
                rest();
            }
        }
    }

    private void rest() {
        try {
            bell.tryAcquire(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void start() {
        Thread started = new Thread(this::run, "wechat-inbound");
        started.setDaemon(true);
        thread = started;
        started.start();
    }

    @Override
    public synchronized void stop() {
        Thread running = thread;
        thread = null;
        bell.release();
        if (running != null) {
            try {
                running.join(TimeUnit.SECONDS.toMillis(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
