package cn.gridbell.wechat.inbound;

import cn.gridbell.platform.Failures;
import cn.gridbell.wechat.inbound.InboundReader.TryLater;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Claims letters and works them. A letter is claimed with a fencing number for a minute; its facts and its mark stand or fall together, so that
 * each is worked once even if two nodes tried.
 */
@Component
class InboundDesk {

    private static final Logger log = LoggerFactory.getLogger(InboundDesk.class);

    static final int MOST_TRIES = 5;
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration LATER = Duration.ofSeconds(15);
    private static final Duration KEPT = Duration.ofDays(90);

    private final InboundMapper rows;
    private final InboundLog letters;
    private final InboundReader reader;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final MeterRegistry meters;

    InboundDesk(
            InboundMapper rows,
            InboundLog letters,
            InboundReader reader,
            TransactionTemplate transaction,
            Clock clock,
            MeterRegistry meters) {
        this.rows = rows;
        this.letters = letters;
        this.reader = reader;
        this.transaction = transaction;
        this.clock = clock;
        this.meters = meters;
    }

    /** Claims what is due now, the oldest first. */
    List<InboundRow> claimDue(int most) {
        return transaction.execute(status -> rows.lockDue(clock.instant(), most).stream()
                .filter(row -> rows.claim(row.id(), row.claim(), clock.instant().plus(LEASE)) == 1)
                .toList());
    }

    /** Whose letters are to be worked in order; a letter that cannot be opened has a line of its own. */
    String personOf(InboundRow row) {
        try {
            return letters.letter(row).flatMap(InboundLetter::sender).orElse("letter " + row.id());
        } catch (RuntimeException e) {
            return "letter " + row.id(); // the work itself finds out again, and counts it
        }
    }

    /** Works a letter that was claimed; never throws for what the letter holds. */
    void work(InboundRow row) {
        int claim = row.claim() + 1;
        try {
            InboundLetter letter = letters.letter(row).orElseThrow();
            Runnable rest = reader.read(letter);
            transaction.executeWithoutResult(status -> {
                if (rows.finish(row.id(), claim, keepsBody(row), clock.instant()) == 1) {
                    rest.run();
                }
            });
            count("done");
        } catch (TryLater e) {
            putBack(row, claim, "NEW", row.tries(), LATER);
            count("later");
        } catch (RuntimeException e) {
            failed(row, claim, e);
        }
    }

    private void failed(InboundRow row, int claim, RuntimeException e) {
        int tries = row.tries() + 1;
        boolean poison = tries >= MOST_TRIES;
        log.warn(
                "letter {} ({} {}) failed: try={} setAside={} error={}",
                row.id(),
                row.door(),
                row.kind(),
                tries,
                poison,
                Failures.describe(e));
        putBack(row, claim, poison ? "POISON" : "NEW", tries, Duration.ofSeconds(1L << (2 * tries)));
        count(poison ? "poison" : "failed");
    }

    private void putBack(InboundRow row, int claim, String status, int tries, Duration wait) {
        Instant dueAt = clock.instant().plus(wait);
        transaction.executeWithoutResult(ignored -> rows.putBack(row.id(), claim, status, tries, dueAt));
    }

    /** Events are not needed once they were worked; what people wrote is, until it is answered. */
    private static boolean keepsBody(InboundRow row) {
        return !row.kind().startsWith("event.");
    }

    private void count(String outcome) {
        meters.counter("gridbell.wechat.letters", "outcome", outcome).increment();
    }

    void forgetOld() {
        transaction.execute(status -> rows.forgetBefore(clock.instant().minus(KEPT)));
    }
}
