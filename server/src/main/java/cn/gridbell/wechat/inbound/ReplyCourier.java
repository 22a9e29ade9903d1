package cn.gridbell.wechat.inbound;

import cn.gridbell.platform.Failures;
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

/** Sends the replies that no answer to a push fetched: looks twice a second, on each node, and claims no more than it can begin at once. */
@Component
class ReplyCourier implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ReplyCourier.class);
    private static final long PAUSE_MILLIS = 500;

    private final Replies replies;
    private final ReplyCarrier carrier;
    private final boolean enabled;
    private final int parallelism;
    private final Semaphore free;
    private final Semaphore stopping = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread poller;
    private @Nullable ExecutorService couriers;

    ReplyCourier(Replies replies, ReplyCarrier carrier, ReplyProperties properties) {
        this.replies = replies;
        this.carrier = carrier;
        this.enabled = properties.enabled();
        this.parallelism = properties.parallelism();
        this.free = new Semaphore(parallelism);
    }

    /** One reply that was claimed. */
    void carry(Replies.Claimed reply) {
        if (replies.mayCall(reply)) {
            replies.ended(reply, carrier.carry(reply.personId(), reply.words()));
        }
    }

    @Override
    public boolean isAutoStartup() {
        return enabled;
    }

    private void run(ExecutorService pool) {
        while (running) {
            try {
                round(pool);
            } catch (RuntimeException e) {
                log.warn("replies cannot be read now: {}", Failures.describe(e));
            }
            try {
                if (stopping.tryAcquire(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void round(ExecutorService pool) {
        int slots = free.drainPermits();
        int begun = 0;
        try {
            if (slots > 0) {
                List<Replies.Claimed> claimed = replies.claimDue(slots);
                for (Replies.Claimed reply : claimed) {
                    pool.execute(() -> carryAndFree(reply));
                    begun++;
                }
            }
        } finally {
            free.release(slots - begun);
        }
    }

    private void carryAndFree(Replies.Claimed reply) {
        try {
            carry(reply);
        } catch (RuntimeException e) {
            log.warn("reply {} waits for its lease: {}", reply.inboundId(), Failures.describe(e));
        } finally {
            free.release();
        }
    }

    @Override
    public synchronized void start() {
        if (running) {
            return;
        }
        running = true;
        ExecutorService pool = Executors.newFixedThreadPool(parallelism, work -> new Thread(work, "wechat-reply"));
        couriers = pool;
        Thread thread = new Thread(() -> run(pool), "wechat-reply-poll");
        thread.setDaemon(true);
        poller = thread;
        thread.start();
    }

    /** Claims nothing more and lets calls under way end; what does not end in time is found again by its lease. */
    @Override
    public synchronized void stop() {
        Thread polling = poller;
        ExecutorService pool = couriers;
        if (!running || polling == null || pool == null) {
            return;
        }
        running = false;
        stopping.release();
        try {
            polling.join(TimeUnit.SECONDS.toMillis(10));
            stopping.drainPermits();
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
