package cn.gridbell.platform.repeat;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.PessimisticLockingFailureException;

/**
 * Begins a transaction anew that the database gave up: as a deadlock's victim (1213), because a row had changed since it was read (1020), and on a
 * cluster because another node was first to commit, which is said at the commit at the latest (1213 too). Nothing of it was kept then, so that
 * the second try is the first that counts. Who waited in vain for a lock (1205) has waited long enough and is told so.
 */
public final class Repeats {

    /** The first try and three more. */
    static final int TRIES = 4;

    private static final int LONGEST_PAUSE_MILLIS = 15;

    private Repeats() {}

    /**
     * @param transaction the whole of it, commit included; not a part of another
     * @throws PessimisticLockingFailureException if it was given up each time
     */
    public static <T extends @Nullable Object> T run(Supplier<T> transaction) {
        for (int tried = 1; ; tried++) {
            try {
                return transaction.get();
            } catch (CannotAcquireLockException waited) {
                throw waited;
            } catch (PessimisticLockingFailureException givenUp) {
                if (tried == TRIES) {
                    throw givenUp;
                }
                pause(tried);
            }
        }
    }

    /** So that those who met do not meet again. */
    private static void pause(int tried) {
        try {
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(LONGEST_PAUSE_MILLIS * tried));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
