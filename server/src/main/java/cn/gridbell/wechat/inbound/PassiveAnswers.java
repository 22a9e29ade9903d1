package cn.gridbell.wechat.inbound;

import cn.gridbell.platform.Failures;
import cn.gridbell.wechat.inbound.InboundBell.Seat;
import cn.gridbell.wechat.inbound.Letterbox.Dropped;
import cn.gridbell.wechat.inbound.Looks.TooLate;
import cn.gridbell.wechat.inbound.Replies.Taken;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Stores a push and, if its letter may be answered in the chat, waits a moment for the answer. A letter that gets none is told at once by the one
 * who worked it; what comes too late, or finds every seat taken, goes out as a message of its own.
 */
@Component
class PassiveAnswers {

    private static final Logger log = LoggerFactory.getLogger(PassiveAnswers.class);
    private static final Set<String> ANSWERED = Set.of(
            "text",
            "image",
            "voice",
            "video",
            "shortvideo",
            "link",
            "location",
            "event.subscribe",
            "event.SCAN",
            "event.CLICK");

    private final InboundLog letters;
    private final Replies replies;
    private final InboundBell bell;
    private final ReplyProperties properties;
    private final Looks looks;
    private final Clock clock;

    PassiveAnswers(
            InboundLog letters,
            Replies replies,
            InboundBell bell,
            Looks looks,
            ReplyProperties properties,
            Clock clock) {
        this.letters = letters;
        this.replies = replies;
        this.bell = bell;
        this.looks = looks;
        this.properties = properties;
        this.clock = clock;
    }

    /** @param reply the sealed answer; empty for a plain {@code success} */
    record Kept(Verdict verdict, Optional<String> reply) {}

    Kept keep(Push push) {
        long start = System.nanoTime();
        if (push.door() != Door.OFFICIAL_ACCOUNT || !ANSWERED.contains(InboundLog.kind(push.content()))) {
            return new Kept(letters.store(push).verdict(), Optional.empty());
        }
        Optional<Seat> seat = bell.enter(InboundLog.keyOf(push));
        try {
            Dropped stored = letters.store(push);
            return switch (stored.verdict()) {
                case STORED -> new Kept(Verdict.STORED, answer(push, stored.id(), seat, start));
                case REPEATED -> repeated(push, seat, start);
                default -> new Kept(stored.verdict(), Optional.empty());
            };
        } finally {
            seat.ifPresent(Seat::close);
        }
    }

    /** The letter is kept already: whatever goes wrong here, the push is answered with success. */
    private Optional<String> answer(Push push, long id, Optional<Seat> seat, long start) {
        try {
            wait(seat, start);
            return look(id, start).map(said -> PassiveReply.to(push, said, clock.instant()));
        } catch (RuntimeException e) {
            log.warn("letter {} is answered later: {}", id, Failures.describe(e));
            return Optional.empty();
        }
    }

    /** What was to be said may have been said in an answer that WeChat did not get: until that is known, it may ask again. */
    private Kept repeated(Push push, Optional<Seat> seat, long start) {
        try {
            Optional<Long> id = looks.within(left(start), () -> letters.idOf(push), none -> {});
            if (id.isEmpty()) {
                return new Kept(Verdict.REPEATED, Optional.empty());
            }
            Optional<String> words = look(id.get(), start);
            if (words.isEmpty() && seat.isPresent() && isNew(id.get(), start)) {
                wait(seat, start);
                words = look(id.get(), start);
            }
            return new Kept(Verdict.REPEATED, words.map(said -> PassiveReply.to(push, said, clock.instant())));
        } catch (TooLate e) {
            return new Kept(Verdict.NOT_STORED, Optional.empty());
        } catch (RuntimeException e) {
            log.warn("a repeated letter is not answered: {}", Failures.describe(e));
            return new Kept(Verdict.REPEATED, Optional.empty());
        }
    }

    private boolean isNew(long id, long start) {
        return looks.within(left(start), () -> Optional.of(letters.isNew(id)), none -> {})
                .orElse(false);
    }

    private Optional<String> look(long id, long start) {
        return looks.within(left(start), () -> replies.takePassive(id), taken -> giveBack(id, taken))
                .map(Taken::words);
    }

    private void giveBack(long id, Taken taken) {
        if (taken.now()) {
            replies.giveBack(id, taken);
        }
    }

    private void wait(Optional<Seat> seat, long start) {
        seat.ifPresent(place -> place.await(Math.min(properties.patience().toMillis(), left(start))));
    }

    /** Milliseconds until the push has to be answered. */
    private long left(long start) {
        return Math.max(0, looks.limitMillis() - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }
}
