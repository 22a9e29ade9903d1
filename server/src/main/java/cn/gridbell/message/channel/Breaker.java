package cn.gridbell.message.channel;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Leaves an app alone that does not answer, so that an outage puts no more messages in doubt than were in the air when it began. A harmless
 * call finds out whether WeChat is back; then one message goes ahead of the others.
 */
final class Breaker {

    private enum State {
        CLOSED,
        /** Nothing goes until a harmless call was answered. */
        SHUT,
        /** One message may go. */
        TRIAL,
        /** It is on its way. */
        ON_TRIAL
    }

    private final ChannelProperties.Breaker settings;
    private State state = State.CLOSED;
    private int failures;
    private int timesShut;
    private Instant until = Instant.EPOCH;

    Breaker(ChannelProperties.Breaker settings) {
        this.settings = settings;
    }

    /** Null if a message may go now, else when it is worth asking again. */
    synchronized @Nullable Instant shutUntil(Instant now) {
        if (state == State.CLOSED || state == State.TRIAL) {
            return null;
        }
        Instant soon = now.plus(settings.first());
        return until.isAfter(soon) ? until : soon;
    }

    /** Whether a message may go; what was let in must be told to {@link #answered}, {@link #failed} or {@link #unused}. */
    synchronized boolean enter() {
        if (state == State.TRIAL) {
            state = State.ON_TRIAL;
            return true;
        }
        return state == State.CLOSED;
    }

    synchronized void unused() {
        if (state == State.ON_TRIAL) {
            state = State.TRIAL;
        }
    }

    synchronized void answered() {
        // An answer to what left before it was shut says nothing about now.
        if (state != State.SHUT) {
            state = State.CLOSED;
            failures = 0;
            timesShut = 0;
        }
    }

    synchronized void failed(Instant now) {
        failures++;
        if (state == State.ON_TRIAL || (state == State.CLOSED && failures >= settings.failures())) {
            shut(now);
        }
    }

    /** Whether it is time for a harmless call. */
    synchronized boolean wantsProbe(Instant now) {
        return state == State.SHUT && !now.isBefore(until);
    }

    synchronized void probed(boolean answered, Instant now) {
        if (state == State.SHUT) {
            if (answered) {
                state = State.TRIAL;
            } else {
                shut(now);
            }
        }
    }

    synchronized void reopen() {
        state = State.CLOSED;
        failures = 0;
        timesShut = 0;
    }

    private void shut(Instant now) {
        Duration doubled = settings.first().multipliedBy(1L << Math.min(timesShut, 10));
        until = now.plus(doubled.compareTo(settings.longest()) < 0 ? doubled : settings.longest());
        timesShut++;
        state = State.SHUT;
    }
}
