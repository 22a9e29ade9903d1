package cn.gridbell.request;

import cn.gridbell.resident.ResidentId;
import cn.gridbell.wechat.CheckAnswer;
import cn.gridbell.wechat.CheckStep;
import cn.gridbell.wechat.ContentState;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is known of the check of each text. A row is written in the transaction of the text; nobody waits for its end. Counter {@code
 * gridbell.content.checks}: by what and the state it ended in.
 */
@Component
@Transactional
class RequestCheckBook {

    private static final Duration LEASE = Duration.ofMinutes(1);

    /** Stands for the description among the entries of the timeline. */
    static final long DESCRIPTION = 0;

    private final RequestCheckMapper checks;
    private final MeterRegistry meters;
    private final Clock clock;

    RequestCheckBook(RequestCheckMapper checks, MeterRegistry meters, Clock clock) {
        this.checks = checks;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * From now on these words wait to be checked.
     *
     * @param entry of the timeline, or {@link #DESCRIPTION}
     */
    void await(RequestId request, long entry, ResidentId author, Instant now) {
        checks.await(request.value(), entry, author.value(), now);
    }

    /** The words that have waited longest, ours for a minute. */
    Optional<RequestCheckRow> claimDue() {
        Instant now = clock.instant();
        return Optional.ofNullable(checks.lockDue(now))
                .filter(row -> checks.claim(row.id(), row.claim(), now.plus(LEASE)) == 1)
                .map(RequestCheckRow::claimed);
    }

    /** Empty if they were erased. */
    Optional<String> wordsOf(RequestCheckRow row) {
        return Optional.ofNullable(checks.wordsOf(row.id())).filter(words -> !words.isBlank());
    }

    void answered(RequestCheckRow row, CheckAnswer answer) {
        Instant now = clock.instant();
        CheckStep step = CheckStep.after(answer.verdict(), row.createdAt(), row.tries(), now);
        if (checks.settle(row.id(), row.claim(), step, now) == 1 && step.state() != ContentState.PENDING) {
            String state = step.state().name().toLowerCase(Locale.ROOT);
            meters.counter("gridbell.content.checks", "what", "text", "state", state)
                    .increment();
        }
    }

    /** How far the words of a request are, by entry; what has no row was never checked. */
    Map<Long, ContentState> statesOf(RequestId request) {
        return checks.ofRequest(request.value()).stream()
                .collect(Collectors.toMap(
                        RequestCheckMapper.StateOfWords::entryId, RequestCheckMapper.StateOfWords::state));
    }
}
