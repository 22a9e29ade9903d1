package cn.gridbell.wechat.inbound;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code gridbell.wechat.replies}: how people are answered in the chat.
 *
 * @param enabled     whether this node sends replies that no answer to a push fetched
 * @param patience    how long the answer to a push waits for the letter to be worked, 0 to 3 s; WeChat hangs up after 5 s
 * @param waiters     pushes that may wait at once on a node, 0 to 1000; those beyond are answered at once and replied to later
 * @param due         when, after the push came in, a reply that was not fetched goes out as a message of its own, 1 to 60 s
 * @param lease       how long a claim holds; longer than two calls
 * @param tries       calls after which a reply is given up, 1 to 20
 * @param parallelism calls at once, and letters worked at once, on a node, 1 to 16
 */
@ConfigurationProperties("gridbell.wechat.replies")
record ReplyProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("700ms") Duration patience,
        @DefaultValue("64") int waiters,
        @DefaultValue("6s") Duration due,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("5") int tries,
        @DefaultValue("4") int parallelism) {

    ReplyProperties {
        check(!patience.isNegative() && patience.toMillis() <= 3_000, "patience 0..3s");
        check(waiters >= 0 && waiters <= 1_000, "waiters 0..1000");
        check(due.toSeconds() >= 1 && due.toSeconds() <= 60, "due 1s..60s");
        check(lease.toSeconds() >= 20, "lease at least 20s");
        check(tries >= 1 && tries <= 20, "tries 1..20");
        check(parallelism >= 1 && parallelism <= 16, "parallelism 1..16");
    }

    private static void check(boolean fine, String what) {
        if (!fine) {
            throw new IllegalArgumentException("gridbell.wechat.replies: " + what);
        }
    }
}
