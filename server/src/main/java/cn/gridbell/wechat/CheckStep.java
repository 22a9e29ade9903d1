package cn.gridbell.wechat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a thing under check goes next. Never straight to the public because WeChat was silent: whatever cannot be judged within
 * {@link #PATIENCE} goes to a person.
 *
 * @param dueAt when to look again; null once it is settled
 * @param cause why a person has to look, else null
 */
public record CheckStep(
        ContentState state,
        @Nullable Instant dueAt,
        @Nullable Cause cause) {

    /** WeChat promises verdicts on pictures within 30 minutes. */
    public static final Duration PATIENCE = Duration.ofMinutes(35);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 4;

    /** Why a person has to look. */
    public enum Cause {
        UNSURE("微信建议人工查看"),
        CANNOT("微信无法检查"),
        SILENT("微信未在时限内给出结果"),
        NOT_FETCHED("微信未能下载图片");

        private final String words;

        Cause(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** It is settled, or a person's. */
    public static CheckStep review(Cause cause) {
        return new CheckStep(ContentState.REVIEW, null, cause);
    }

    /**
     * @param since when the check was asked for
     * @param tries how often WeChat was asked before
     */
    public static CheckStep after(CheckAnswer.Verdict verdict, Instant since, int tries, Instant now) {
        return switch (verdict) {
            case PASS -> new CheckStep(ContentState.PASSED, null, null);
            case RISKY -> new CheckStep(ContentState.RISKY, null, null);
            case REVIEW -> review(Cause.UNSURE);
            case CANNOT -> review(Cause.CANNOT);
            case STARTED -> new CheckStep(ContentState.PENDING, now.plus(PATIENCE), null);
            case AGAIN -> {
                Instant last = since.plus(PATIENCE);
                Instant next = now.plus(waitAfter(tries));
                yield now.isBefore(last)
                        ? new CheckStep(ContentState.PENDING, next.isBefore(last) ? next : last, null)
                        : review(Cause.SILENT);
            }
        };
    }

    private static Duration waitAfter(int tries) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(tries, MOST_DOUBLINGS));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }
}
