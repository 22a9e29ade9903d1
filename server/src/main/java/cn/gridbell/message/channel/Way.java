package cn.gridbell.message.channel;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What this node knows of one channel: the sends it took from the day's book and may spend without asking, and how the book looked a moment ago.
 *
 * <p>Its lock is held for a few assignments and never while the database is asked: whoever waits for a row that another holds must not keep the
 * other waiting here.
 */
final class Way {

    private static final Duration LOOK = Duration.ofSeconds(1);

    final Channel channel;
    final Breaker breaker;

    /** How the book looked; null before the first look. */
    volatile @Nullable ChannelRow shared;

    private Instant sharedAt = Instant.EPOCH;
    private long block;
    private long urgentBlock;
    private Instant blockEnds = Instant.EPOCH;
    private Instant pausedUntil = Instant.EPOCH;

    Way(Channel channel, Breaker breaker) {
        this.channel = channel;
        this.breaker = breaker;
    }

    /**
     * One of those taken, if there is one of today.
     *
     * @param dayEnds when the day's sends are worth nothing
     */
    synchronized boolean spend(boolean urgent, Instant now, Instant dayEnds) {
        if (!now.isBefore(blockEnds)) {
            block = 0;
            urgentBlock = 0;
            blockEnds = dayEnds;
        }
        if (block > 0) {
            block--;
            return true;
        }
        if (urgent && urgentBlock > 0) {
            urgentBlock--;
            return true;
        }
        return false;
    }

    synchronized void pause(Instant until) {
        pausedUntil = until;
    }

    /** Null if it does not rest now. */
    synchronized @Nullable Instant pausedUntil(Instant now) {
        return now.isBefore(pausedUntil) ? pausedUntil : null;
    }

    synchronized void add(long taken, long urgently) {
        block += taken;
        urgentBlock += urgently;
    }

    synchronized boolean hasLeft(boolean urgent, Instant now) {
        return now.isBefore(blockEnds) && (block > 0 || (urgent && urgentBlock > 0));
    }

    /** True for one caller a second, who then looks. */
    synchronized boolean looksOld(Instant now) {
        boolean old = Duration.between(sharedAt, now).abs().compareTo(LOOK) >= 0;
        if (old) {
            sharedAt = now;
        }
        return old;
    }

    /** The next one who wants to know looks. */
    synchronized void lookAgain() {
        sharedAt = Instant.EPOCH;
    }

    synchronized void forget() {
        block = 0;
        urgentBlock = 0;
        pausedUntil = Instant.EPOCH;
        sharedAt = Instant.EPOCH;
    }
}
