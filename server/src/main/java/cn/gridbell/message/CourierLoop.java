package cn.gridbell.message;

import cn.gridbell.message.channel.Channels;
import cn.gridbell.platform.Failures;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks at the queue and hands what is due to a bounded number of couriers. It never claims more than it can begin at once, so that leases are
 * not spent waiting and other nodes get their share.
 */
@Component
class CourierLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CourierLoop.class);

    /** How long a round waits for more couriers. */
    private static final Duration GATHER = Duration.ofMillis(10);

    private static final Duration LOOK_FOR_LAPSED = Duration.ofSeconds(1);

    private final Desk desk;
    private final Courier courier;
    private final Channels channels;
    private final Lines lines;
    private final Bell bell;
    private final CourierProperties settings;
    private final Semaphore free;
    private volatile boolean running;
    /** Of the poller alone: {@link System#nanoTime}, null before the first look. */
    private @Nullable Long lookedForLapsed;

    private @Nullable Thread poller;
    private @Nullable ExecutorService couriers;

    CourierLoop(Desk desk, Courier courier, Channels channels, Lines lines, Bell bell, CourierProperties settings) {
        this.desk = desk;
        this.courier = courier;
        this.channels = channels;
        this.lines = lines;
        this.bell = bell;
        this.settings = settings;
        this.free = new Semaphore(channels.places());
    }

    @Override
    public boolean isAutoStartup() {
        return settings.enabled();
    }

    @Override
    public synchronized void start() {
        if (running) {
            return;
        }
        running = true;
        ExecutorService pool = new ThreadPoolExecutor(
                channels.places(),
                channels.places(),
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(channels.places()),
                work -> new Thread(work, "courier"));
        couriers = pool;
        Thread thread = new Thread(() -> pollUntilStopped(pool), "courier-poll");
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
        bell.ring();
        try {
            polling.join(settings.stopWait().toMillis());
            pool.shutdown();
            if (!pool.awaitTermination(settings.stopWait().toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("calls to WeChat are still under way; their messages wait for their leases");
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

    private void pollUntilStopped(ExecutorService pool) {
        while (running) {
            try {
                if (!round(pool)) {
                    bell.await(settings.poll());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.warn("the message queue cannot be read: {}", Failures.describe(e));
                pause();
            }
        }
    }

    private void pause() {
        try {
            bell.await(settings.poll());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Claims as many as there are free couriers; true if the queue may hold more. */
    private boolean round(ExecutorService pool) throws InterruptedException {
        if (!free.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS)) {
            return true;
        }
        int slots = 1 + moreFree();
        int started = 0;
        try {
            takeBackLapsed();
            if (!channels.toProbe().isEmpty() && slots > 1) {
                pool.execute(this::probe);
                started++;
            }
            if (!channels.anyOpen()) {
                return false;
            }
            int most = slots - started;
            List<Message> claimed = desk.claim(most, settings.lease());
            for (Message message : claimed) {
                pool.execute(() -> carry(message));
                started++;
            }
            return claimed.size() == most;
        } finally {
            free.release(slots - started);
        }
    }

    /**
     * All that are free, but under load not one alone: a round at the queue costs as many trips to the database for one message as for many, so it
     * waits for some more couriers to come back, a part of one call's time.
     */
    private int moreFree() throws InterruptedException {
        int few = channels.places() / 4;
        int more = free.drainPermits();
        if (more < few && free.tryAcquire(few - more, GATHER.toMillis(), TimeUnit.MILLISECONDS)) {
            more = few;
        }
        return more + free.drainPermits();
    }

    /** Leases last much longer than the time between two looks. */
    private void takeBackLapsed() {
        long now = System.nanoTime();
        if (lookedForLapsed == null || now - lookedForLapsed >= LOOK_FOR_LAPSED.toNanos()) {
            lookedForLapsed = now;
            desk.takeBackLapsed();
        }
    }

    private void probe() {
        try {
            lines.probe();
        } finally {
            free.release();
            bell.ring();
        }
    }

    private void carry(Message message) {
        try {
            courier.carry(message);
        } finally {
            free.release();
            bell.ring();
        }
    }
}
