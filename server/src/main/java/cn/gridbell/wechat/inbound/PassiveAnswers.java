package cn.gridbell.wechat.inbound;

import cn.gridbell.platform.Failures;
import cn.gridbell.wechat.inbound.InboundBell.Seat;
import cn.gridbell.wechat.inbound.InboundLog.Stored;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
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
    private final Clock clock;

    PassiveAnswers(InboundLog letters, Replies replies, InboundBell bell, ReplyProperties properties, Clock clock) {
        this.letters = letters;
        this.replies = replies;
        this.bell = bell;
        this.properties = properties;
        this.clock = clock;
    }

    /** @param reply the sealed answer; empty for a plain {@code success} */
    record Kept(Verdict verdict, Optional<String> reply) {}

    Kept keep(Push push) {
        if (push.door() != Door.OFFICIAL_ACCOUNT || !ANSWERED.contains(InboundLog.kind(push.content()))) {
            return new Kept(letters.store(push).verdict(), Optional.empty());
        }
        Optional<Seat> seat = bell.enter(InboundLog.keyOf(push));
        try {
            Stored stored = letters.store(push);
            return new Kept(stored.verdict(), answer(push, stored, seat));
        } finally {
            seat.ifPresent(Seat::close);
        }
    }

    /** The letter is kept already: whatever goes wrong here, the push is answered with success. */
    private Optional<String> answer(Push push, Stored stored, Optional<Seat> seat) {
        if (stored.verdict() == Verdict.NOT_STORED) {
            return Optional.empty();
        }
        try {
            Optional<String> words =
                    stored.verdict() == Verdict.REPEATED ? replies.takePassive(stored.id()) : Optional.empty();
            if (words.isEmpty() && seat.isPresent() && letters.isNew(stored.id())) {
                seat.get().await(properties.patience().toMillis());
            }
            return words.or(() -> replies.takePassive(stored.id()))
                    .map(said -> PassiveReply.to(push, said, clock.instant()));
        } catch (RuntimeException e) {
            log.warn("letter {} is answered later: {}", stored.id(), Failures.describe(e));
            return Optional.empty();
        }
    }
}
