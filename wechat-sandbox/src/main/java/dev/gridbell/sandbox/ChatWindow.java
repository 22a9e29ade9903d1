package dev.gridbell.sandbox;

import java.time.Duration;
import java.time.Instant;

/**
 * How many customer-service messages an official account may still send: 5 within 48 hours of a message, 3 within a minute of
 * following, scanning or tapping the menu (客服接口-发消息).
 */
final class ChatWindow {
    private static final Duration AFTER_MESSAGE = Duration.ofHours(48);
    private static final Duration AFTER_TAP = Duration.ofMinutes(1);

    private Instant closes = Instant.EPOCH;
    private int left;

    void said(Instant now) {
        closes = now.plus(AFTER_MESSAGE);
        left = 5;
    }

    void tapped(Instant now) {
        if (!closes.isAfter(now.plus(AFTER_TAP))) {
            closes = now.plus(AFTER_TAP);
            left = Math.max(left, 3);
        }
    }

    void spend(Instant now) {
        if (!closes.isAfter(now)) {
            throw new WechatRefusal(45015, "response out of time limit or subscription is canceled");
        }
        if (left == 0) {
            throw new WechatRefusal(45047, "out of response count limit");
        }
        left--;
    }
}
