package dev.gridbell.sandbox;

import java.time.Duration;
import java.time.Instant;

/**
 * How many customer-service messages an app may still send to one person (客服接口-发消息): 5 within 48 hours of a message, and a
 * few within a minute of a tap. The two are counted apart; a send uses the one that closes sooner.
 */
final class ChatWindow {
    private static final Duration AFTER_MESSAGE = Duration.ofHours(48);
    private static final int PER_MESSAGE = 5;
    private static final Duration AFTER_TAP = Duration.ofMinutes(1);

    private final int perTap;
    private final Allowance message = new Allowance();
    private final Allowance tap = new Allowance();

    private ChatWindow(int perTap) {
        this.perTap = perTap;
    }

    /** A window as that kind of app has it: 3 after following, scanning or a menu tap; 2 after entering a mini-program's chat. */
    static ChatWindow of(AppKind kind) {
        return new ChatWindow(kind == AppKind.OFFICIAL_ACCOUNT ? 3 : 2);
    }

    private static final class Allowance {
        private Instant closes = Instant.EPOCH;
        private int left;

        private void open(Instant until, int count) {
            closes = until;
            left = count;
        }

        private boolean isOpen(Instant now) {
            return closes.isAfter(now);
        }

        private boolean take(Instant now) {
            if (!isOpen(now) || left == 0) {
                return false;
            }
            left--;
            return true;
        }
    }

    void said(Instant now) {
        message.open(now.plus(AFTER_MESSAGE), PER_MESSAGE);
    }

    void tapped(Instant now) {
        tap.open(now.plus(AFTER_TAP), perTap);
    }

    /** The person unfollowed: nothing may be sent any more. */
    void close() {
        message.open(Instant.EPOCH, 0);
        tap.open(Instant.EPOCH, 0);
    }

    /** Uses one message up, or 45015 if no window is open, 45047 if what is open has been used up. */
    void spend(Instant now) {
        if (tap.take(now) || message.take(now)) {
            return;
        }
        throw tap.isOpen(now) || message.isOpen(now)
                ? new WechatRefusal(45047, "out of response count limit")
                : new WechatRefusal(45015, "response out of time limit or subscription is canceled");
    }
}
