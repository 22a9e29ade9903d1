package dev.gridbell.sandbox;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** Runs things after a while; however many wait, no thread waits with them. */
final class Later implements AutoCloseable {
    private static final int THREADS = 4;

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(THREADS, daemon("later"));

    void after(long millis, Runnable work) {
        threads.schedule(work, millis, TimeUnit.MILLISECONDS);
    }

    /** An executor that starts everything so much later. */
    Executor by(long millis) {
        return work -> after(millis, work);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    static ThreadFactory daemon(String name) {
        return work -> {
            Thread thread = new Thread(work, "wechat-sandbox-" + name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
