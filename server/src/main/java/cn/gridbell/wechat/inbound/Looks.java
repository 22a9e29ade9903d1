package cn.gridbell.wechat.inbound;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Looks into the database while WeChat waits for an answer, and no longer. */
@Component
final class Looks implements AutoCloseable {

    private static final int AT_ONCE = 4;

    private final BoundedThreads threads;
    private final long limitMillis;

    Looks(ReplyProperties replies, StoreProperties store) {
        this.threads = new BoundedThreads("wechat-look", AT_ONCE, replies.waiters());
        this.limitMillis = store.limit().toMillis();
    }

    /** How long WeChat waits for an answer at most. */
    long limitMillis() {
        return limitMillis;
    }

    /** Nobody knows in time. */
    static final class TooLate extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooLate() {
            super("too late for the answer to the push", null, false, false);
        }
    }

    /**
     * Looks for something.
     *
     * @param late what becomes of that which is found after nobody waits any more
     * @throws TooLate if it takes longer, or too many look already
     */
    <T> Optional<T> within(long millis, Callable<Optional<T>> look, Consumer<T> late) {
        AtomicBoolean over = new AtomicBoolean();
        Future<Optional<T>> found;
        try {
            found = threads.submit(() -> over.get() ? Optional.empty() : inTime(look.call(), over, late));
        } catch (RejectedExecutionException full) {
            throw new TooLate();
        }
        try {
            return found.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            if (over.compareAndSet(false, true)) {
                found.cancel(false);
                throw new TooLate();
            }
            return foundNow(found);
        } catch (ExecutionException e) {
            throw new IllegalStateException("could not look", e.getCause());
        } catch (InterruptedException e) {
            over.set(true);
            Thread.currentThread().interrupt();
            throw new TooLate();
        }
    }

    private static <T> Optional<T> inTime(Optional<T> found, AtomicBoolean over, Consumer<T> late) {
        if (over.compareAndSet(false, true)) {
            return found;
        }
        found.ifPresent(late);
        return Optional.empty();
    }

    /** The one who looked was faster by a hair: it has ended, or is about to. */
    private static <T> Optional<T> foundNow(Future<Optional<T>> found) {
        try {
            return found.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("could not look", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooLate();
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
