package cn.gridbell.wechat;

import cn.gridbell.wechat.inbound.InboundLetter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The windows in which the official account may write to a person: 5 messages within 48 hours of a message of theirs, 3 within a minute of a
 * menu tap, a follow or a scan (客服消息 · 下发条数限制, since 2023-06-12). Where WeChat's counting is not documented (a tap while a longer window
 * is open) the smaller number is believed; if WeChat says no all the same, the window is closed here too.
 */
@Component
class ChatWindows {

    static final int AFTER_MESSAGE = 5;
    static final int AFTER_TAP = 3;
    private static final Duration MESSAGE_WINDOW = Duration.ofHours(48);
    private static final Duration TAP_WINDOW = Duration.ofMinutes(1);
    private static final Set<String> MESSAGES =
            Set.of("text", "image", "voice", "video", "shortvideo", "location", "link");
    private static final Set<String> TAPS = Set.of("event.subscribe", "event.SCAN", "event.CLICK");
    private static final Instant NEVER = Instant.EPOCH.plusSeconds(1);
    private static final int MOST_TRIES = 10;

    private final ChatWindowMapper rows;
    private final Clock clock;

    ChatWindows(ChatWindowMapper rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** What a letter of the official account opens; part of the transaction in which the letter is worked. */
    void hear(InboundLetter letter) {
        String openId = letter.sender().filter(sender -> sender.length() <= 64).orElse(null);
        if (openId == null) {
            return;
        }
        Instant at = letter.at();
        if (MESSAGES.contains(letter.kind())) {
            makeSureOfARow(openId);
            rows.openByMessage(openId, at, at.plus(MESSAGE_WINDOW), AFTER_MESSAGE);
        } else if (TAPS.contains(letter.kind())) {
            makeSureOfARow(openId);
            rows.openByTap(openId, at, at.plus(TAP_WINDOW), AFTER_TAP);
        }
    }

    private void makeSureOfARow(String openId) {
        if (rows.find(openId) == null) {
            rows.insertClosed(openId, NEVER);
        }
    }

    boolean isOpen(String openId) {
        ChatWindowRow row = rows.find(openId);
        return row != null && row.isOpen(clock.instant());
    }

    /** One message taken out of a window. */
    record Taken(String openId, long opening) {}

    /** Takes one message, before WeChat is called; empty if the window is closed or used up. Not inside a transaction. */
    Optional<Taken> take(String openId) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            ChatWindowRow row = rows.find(openId);
            if (row == null || !row.isOpen(clock.instant())) {
                return Optional.empty();
            }
            if (rows.take(openId, row.opening()) == 1) {
                return Optional.of(new Taken(openId, row.opening()));
            }
        }
        return Optional.empty();
    }

    /** WeChat certainly did not send it. A window that opened meanwhile is full anyway. */
    void giveBack(Taken taken) {
        rows.giveBack(taken.openId(), taken.opening());
    }

    /** WeChat says that this window is closed or used up; one that opened meanwhile stays. */
    void close(Taken taken) {
        rows.close(taken.openId(), taken.opening());
    }

    /** Forgets what has been closed for a day. @return how many, at most 500 */
    int forgetOld() {
        return rows.forgetClosedBefore(clock.instant().minus(Duration.ofDays(1)));
    }
}
