package cn.gridbell.wechat.inbound;

import cn.gridbell.platform.Failures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Works the inbound log: woken by each letter and every half second, a few letters at once so that one that waits for WeChat holds up nobody
 * else, one person's letters in order.
 */
@Component
class InboundWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(InboundWorker.class);

    private static final int HELD_A_THREAD = 4;
    private static final long PAUSE_MILLIS = 500;

    private final InboundDesk desk;
    private final InboundBell bell;
    private final Clock clock;
    private final int parallelism;
    private final Semaphore free;
    private volatile boolean running;
    private @Nullable Thread poller;
    private @Nullable ExecutorService workers;

    InboundWorker(InboundDesk desk, InboundBell bell, ReplyProperties properties, Clock clock) {
        this.desk = desk;
        this.bell = bell;
        this.clock = clock;
        this.parallelism = properties.parallelism();
        this.free = new Semaphore(parallelism * HELD_A_THREAD);
    }

    private void run(ExecutorService pool) {
        PersonalLines lines = new PersonalLines(pool);
        Instant nextClearing = clock.instant();
        while (running) {
            try {
                if (clock.instant().isAfter(nextClearing)) {
                    desk.forgetOld();
                    nextClearing = clock.instant().plus(Duration.ofMinutes(10));
                }
                if (!round(lines)) {
                    bell.await(PAUSE_MILLIS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                log.warn("inbound log cannot be worked now: {}", Failures.describe(e));
                rest();
            }
        }
    }

    /** @return whether there may be more to claim right now */
    private boolean round(PersonalLines lines) {
        int slots = free.drainPermits();
        int begun = 0;
        try {
            List<InboundRow> claimed = slots == 0 ? List.of() : desk.claimDue(slots);
            for (InboundRow row : claimed) {
                lines.add(desk.personOf(row), () -> work(row));
                begun++;
            }
            return begun > 0;
        } finally {
            free.release(slots - begun);
        }
    }

    private void work(InboundRow row) {
        try {
            desk.work(row);
        } catch (RuntimeException e) {
            log.warn("letter {} waits for its lease: {}", row.id(), Failures.describe(e));
        } finally {
            bell.worked(row.eventKey());
            boolean starved = free.availablePermits() == 0;
            free.release();
            if (starved) {
                bell.ring();
            }
        }
    }

    private void rest() {
        try {
            bell.await(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void start() {
        if (running) {
            return;
        }
        running = true;
        ExecutorService pool = Executors.newFixedThreadPool(parallelism, work -> new Thread(work, "wechat-inbound"));
        workers = pool;
        Thread thread = new Thread(() -> run(pool), "wechat-inbound-poll");
        thread.setDaemon(true);
        poller = thread;
        thread.start();
    }

    /** Claims nothing more and lets letters under way end; what does not end in time is found again by its lease. */
    @Override
    public synchronized void stop() {
        Thread polling = poller;
        ExecutorService pool = workers;
        if (!running || polling == null || pool == null) {
            return;
        }
        running = false;
        bell.ring();
        try {
            polling.join(TimeUnit.SECONDS.toMillis(10));
            pool.shutdown();
            if (!pool.awaitTermination(10, TimeUnit.SECONDS)) {
                pool.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
