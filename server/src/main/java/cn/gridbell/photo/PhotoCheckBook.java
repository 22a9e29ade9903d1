package cn.gridbell.photo;

import cn.gridbell.wechat.CheckAnswer;
import cn.gridbell.wechat.CheckStep;
import cn.gridbell.wechat.ContentState;
import cn.gridbell.wechat.WechatPictureChecked.Verdict;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is known of each picture's check. Question and verdict may come in either order: both write the row of WeChat's number first, and whoever
 * comes second finds the other's half. Counter {@code gridbell.content.checks}: by what and the state it ended in.
 */
@Component
@Transactional
class PhotoCheckBook {

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration BEFORE_SECOND_FETCH = Duration.ofMinutes(1);
    private static final Duration VERDICTS_KEPT = Duration.ofDays(7);

    private final PhotoCheckMapper checks;
    private final ApplicationEventPublisher facts;
    private final MeterRegistry meters;
    private final Clock clock;

    PhotoCheckBook(PhotoCheckMapper checks, ApplicationEventPublisher facts, MeterRegistry meters, Clock clock) {
        this.checks = checks;
        this.facts = facts;
        this.meters = meters;
        this.clock = clock;
    }

    /** The picture that has waited longest, ours for a minute. */
    Optional<PhotoCheckRow> claimDue() {
        Instant now = clock.instant();
        return Optional.ofNullable(checks.lockDue(now))
                .filter(row -> checks.claim(row.photoId(), row.claim(), now.plus(LEASE)) == 1)
                .map(PhotoCheckRow::claimed);
    }

    /** Who uploaded it; empty if they left or the picture is gone. */
    Optional<Long> ownerOf(PhotoCheckRow row) {
        return Optional.ofNullable(checks.ownerOf(row.photoId()));
    }

    /** WeChat answered the question. */
    void answered(PhotoCheckRow row, CheckAnswer answer) {
        Instant now = clock.instant();
        CheckStep step = CheckStep.after(answer.verdict(), row.createdAt(), row.tries(), now);
        String traceId = answer.traceId();
        if (traceId == null) {
            refused(row, step, now);
        } else if (checks.asked(row.photoId(), row.claim(), traceId, step.dueAt()) == 1) {
            checks.meetAsked(traceId, row.photoId(), now);
            apply(traceId, now);
        }
    }

    /** The time for a verdict is over. */
    void silent(PhotoCheckRow row) {
        refused(row, CheckStep.review(CheckStep.Cause.SILENT), clock.instant());
    }

    /** WeChat pushed a verdict. */
    void judged(String traceId, Verdict verdict) {
        Instant now = clock.instant();
        checks.meetVerdict(traceId, verdict, now);
        apply(traceId, now);
    }

    /** @return false if nobody was asked to decide, or somebody did */
    boolean decide(PhotoId photo, boolean publish) {
        ContentState state = publish ? ContentState.PASSED : ContentState.HIDDEN;
        return checks.decide(photo.value(), state, clock.instant()) == 1;
    }

    Optional<PhotoCheckRow> find(PhotoId photo) {
        return Optional.ofNullable(checks.find(photo.value()));
    }

    void forgetOld() {
        checks.forgetBefore(clock.instant().minus(VERDICTS_KEPT));
    }

    private void refused(PhotoCheckRow row, CheckStep step, Instant now) {
        if (checks.refused(row.photoId(), row.claim(), step, now) == 1 && step.state() != ContentState.PENDING) {
            settled(row.photoId(), step.state(), step.cause(), now);
        }
    }

    private void apply(String traceId, Instant now) {
        PhotoCheckMapper.Meeting meeting = checks.meeting(traceId);
        Long photo = meeting.photoId();
        Verdict verdict = meeting.verdict();
        if (photo == null || verdict == null) {
            return;
        }
        switch (verdict) {
            case PASS -> judge(photo, traceId, ContentState.PASSED, null, now);
            case RISKY -> judge(photo, traceId, ContentState.RISKY, null, now);
            case REVIEW -> judge(photo, traceId, ContentState.REVIEW, CheckStep.Cause.UNSURE, now);
            case NOT_FETCHED -> missed(photo, traceId, now);
        }
    }

    private void missed(long photo, String traceId, Instant now) {
        PhotoCheckRow row = checks.find(photo);
        if (row != null && row.misses() == 0) {
            checks.askAgain(photo, traceId, now.plus(BEFORE_SECOND_FETCH));
        } else {
            judge(photo, traceId, ContentState.REVIEW, CheckStep.Cause.NOT_FETCHED, now);
        }
    }

    private void judge(long photo, String traceId, ContentState state, CheckStep.@Nullable Cause cause, Instant now) {
        if (checks.judge(photo, traceId, state, cause, now) == 1) {
            settled(photo, state, cause, now);
        }
    }

    private void settled(long photo, ContentState state, CheckStep.@Nullable Cause cause, Instant now) {
        meters.counter(
                        "gridbell.content.checks",
                        "what",
                        "picture",
                        "state",
                        state.name().toLowerCase(Locale.ROOT))
                .increment();
        String subject = checks.subjectOf(photo);
        if (subject != null) {
            facts.publishEvent(new PhotoJudged(new PhotoId(photo), subject, state, cause, now));
        }
    }
}
