package cn.gridbell.wechat.inbound;

import cn.gridbell.platform.crypto.FieldCipher;
import cn.gridbell.platform.crypto.FieldCipher.Place;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people are answered in the chat. A reply waits to be fetched by the answer to the push (被动回复); when it is due it is claimed and sent as
 * a message of its own (客服消息). Each step is a compare-and-swap, so that a reply goes one way only. Counter {@code gridbell.wechat.replies} by
 * outcome: passive, late, sent, again, unknown, and why it is gone: closed, refused, tries.
 */
@Component
public class Replies {

    private static final String WORDS = "wechat_reply.words";
    private static final Duration KEPT = Duration.ofDays(2);

    private final ReplyMapper rows;
    private final InboundMapper letters;
    private final FieldCipher cipher;
    private final ReplyProperties properties;
    private final Clock clock;
    private final MeterRegistry meters;

    Replies(
            ReplyMapper rows,
            InboundMapper letters,
            FieldCipher cipher,
            ReplyProperties properties,
            Clock clock,
            MeterRegistry meters) {
        this.rows = rows;
        this.letters = letters;
        this.cipher = cipher;
        this.properties = properties;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * Answers a letter; part of the transaction in which it is worked.
     *
     * @param words at most 2048 bytes of UTF-8
     * @throws org.springframework.dao.DuplicateKeyException if the letter was answered already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(long inboundId, long personId, String words) {
        Instant now = clock.instant();
        Instant receivedAt = Objects.requireNonNullElse(letters.receivedAt(inboundId), now);
        Instant dueAt = receivedAt.plus(properties.due());
        rows.insert(inboundId, personId, cipher.seal(place(inboundId), words), dueAt.isAfter(now) ? dueAt : now, now);
    }

    /**
     * Words for the answer to a push.
     *
     * @param now   they were taken for this answer, and by no earlier one
     * @param claim whoever takes them after this has another
     */
    record Taken(String words, boolean now, int claim) {

        @Override
        public String toString() {
            return "Taken[now=" + now + "]";
        }
    }

    /** What the answer to the push says: the words, if they wait still, or were said in an answer that WeChat did not get. */
    Optional<Taken> takePassive(long inboundId) {
        ReplyRow row = rows.find(inboundId);
        if (row != null && row.status().equals("WAITING")) {
            if (rows.takePassive(inboundId, row.claim(), clock.instant()) == 1) {
                count("passive");
                return taken(row, true);
            }
            row = rows.find(inboundId);
        }
        if (row != null && row.status().equals("PASSIVE") && rows.takeAgain(inboundId, row.claim()) == 1) {
            return taken(row, false);
        }
        return Optional.empty();
    }

    /** The push was answered without the words that were taken for it: they go out by themselves, unless a later try of the push has said them since. */
    void giveBack(long inboundId, Taken taken) {
        if (rows.giveBackPassive(inboundId, taken.claim(), clock.instant()) == 1) {
            count("late");
        }
    }

    private Optional<Taken> taken(ReplyRow row, boolean now) {
        return words(row).map(words -> new Taken(words, now, row.claim() + 1));
    }

    private Optional<String> words(ReplyRow row) {
        return Optional.ofNullable(row.words()).map(envelope -> cipher.open(place(row.inboundId()), envelope));
    }

    /**
     * A reply that is claimed.
     *
     * @param claim the number of the claim that holds it
     */
    record Claimed(long inboundId, long personId, String words, int tries, int claim) {

        @Override
        public String toString() {
            return "Claimed[" + inboundId + "]";
        }
    }

    /** Claims what is due, and first takes back what dead nodes held. */
    @Transactional
    List<Claimed> claimDue(int most) {
        Instant now = clock.instant();
        rows.takeBackUncalled(now);
        int unanswered = rows.endUnanswered(now);
        meters.counter("gridbell.wechat.replies", "outcome", "unknown").increment(unanswered);
        Instant leaseEnd = now.plus(properties.lease());
        return rows.lockDue(now, most).stream()
                .filter(row -> rows.claim(row.inboundId(), row.claim(), leaseEnd) == 1)
                .map(row -> new Claimed(
                        row.inboundId(), row.personId(), words(row).orElse(""), row.tries(), row.claim() + 1))
                .toList();
    }

    /** To be asked right before the call. False if the claim ran out: somebody else holds the reply. */
    boolean mayCall(Claimed reply) {
        return rows.callBegins(reply.inboundId(), reply.claim(), clock.instant()) == 1;
    }

    void ended(Claimed reply, ReplyCarrier.Outcome outcome) {
        Instant now = clock.instant();
        boolean givenUp = reply.tries() + 1 >= properties.tries();
        switch (outcome) {
            case SENT -> end(reply, "SENT", null);
            case UNKNOWN -> end(reply, "UNKNOWN", null);
            case CLOSED -> end(reply, "GONE", "closed");
            case REFUSED -> end(reply, "GONE", "refused");
            case AGAIN -> {
                if (givenUp) {
                    end(reply, "GONE", "tries");
                } else if (rows.putBack(reply.inboundId(), reply.claim(), now.plusSeconds(2L << (2 * reply.tries())))
                        == 1) {
                    count("again");
                }
            }
        }
    }

    private void end(Claimed reply, String status, @org.jspecify.annotations.Nullable String reason) {
        if (rows.end(reply.inboundId(), reply.claim(), status, reason, clock.instant()) == 1) {
            count(reason == null ? status.toLowerCase(java.util.Locale.ROOT) : reason);
        }
    }

    /** @return how many, at most 500 */
    public int forgetOld() {
        return rows.forgetBefore(clock.instant().minus(KEPT));
    }

    private void count(String outcome) {
        meters.counter("gridbell.wechat.replies", "outcome", outcome).increment();
    }

    private static Place place(long inboundId) {
        return Place.of(WORDS, inboundId);
    }
}
