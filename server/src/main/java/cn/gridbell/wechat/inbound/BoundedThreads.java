package cn.gridbell.wechat.inbound;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A few threads for what somebody waits for, and a short queue before them; more than that is refused at once. */
final class BoundedThreads implements AutoCloseable {

    private static final Duration LAST_WORK = Duration.ofSeconds(10);

    private final ThreadPoolExecutor threads;

    BoundedThreads(String name, int most, int waiting) {
        BlockingQueue<Runnable> queue = waiting == 0 ? new SynchronousQueue<>() : new ArrayBlockingQueue<>(waiting);
        this.threads = new ThreadPoolExecutor(most, most, 0, TimeUnit.SECONDS, queue, work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** @throws RejectedExecutionException if all are busy and the queue is full */
    <T> Future<T> submit(Callable<T> work) {
        return threads.submit(work);
    }

    /** How many wait for a thread. */
    int waiting() {
        return threads.getQueue().size();
    }

    /** What was begun comes to its end, within reason. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(LAST_WORK.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
