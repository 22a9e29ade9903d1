package cn.gridbell.wechat.inbound;

import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Rung when a letter was stored, so that it is worked at once on this node, and answered when it was worked, so that the push it came with can be
 * answered. It promises nothing: the log itself is what counts, and another node may be faster. Thread-safe.
 */
@Component
class InboundBell {

    private final Semaphore letters = new Semaphore(0);
    private final Map<String, Seat> seats = new ConcurrentHashMap<>();
    private final int most;

    @Autowired
    InboundBell(ReplyProperties properties) {
        this(properties.waiters());
    }

    InboundBell(int most) {
        this.most = most;
    }

    void ring() {
        letters.release();
    }

    /** Waits until it was rung since the last time, or the time is over. */
    void await(long millis) throws InterruptedException {
        letters.tryAcquire(millis, TimeUnit.MILLISECONDS);
        letters.drainPermits();
    }

    /** A place to wait for a letter to be worked; taken before the letter is stored. Empty if all are taken, or the same push waits already. */
    Optional<Seat> enter(byte[] eventKey) {
        if (seats.size() >= most) {
            return Optional.empty();
        }
        Seat seat = new Seat(HexFormat.of().formatHex(eventKey));
        return seats.putIfAbsent(seat.key, seat) == null ? Optional.of(seat) : Optional.empty();
    }

    /** The letter was worked on this node, well or not. */
    void worked(byte[] eventKey) {
        Seat seat = seats.get(HexFormat.of().formatHex(eventKey));
        if (seat != null) {
            seat.worked.countDown();
        }
    }

    /** Where one push waits. */
    final class Seat implements AutoCloseable {

        private final String key;
        private final CountDownLatch worked = new CountDownLatch(1);

        private Seat(String key) {
            this.key = key;
        }

        /** @return whether the letter was worked here in time */
        boolean await(long millis) {
            try {
                return worked.await(millis, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        @Override
        public void close() {
            seats.remove(key, this);
        }
    }
}
