package dev.gridbell.firstrun.story;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Looks again until something that comes later is there: messages and receipts travel after the answer. */
final class Waiting {

    private static final Duration PATIENCE = Duration.ofSeconds(45);
    private static final long PAUSE_NANOS = Duration.ofMillis(150).toNanos();

    private Waiting() {}

    /** @throws StoryFailed if it is not there after 45 s */
    static <T> T until(String what, Supplier<Optional<T>> look) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<T> found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() > deadline) {
                throw new StoryFailed("等了 " + PATIENCE.toSeconds() + " 秒，仍没有：" + what);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
