package cn.gridbell.message;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code gridbell.message.courier}.
 *
 * @param enabled     whether this node sends
 * @param poll        how often the queue is looked at without being rung for, 50 ms to 1 min
 * @param lease       how long a claim holds; longer than two calls
 * @param longestCall the longest a call to WeChat can take; no call is begun with less of the lease left
 * @param retry       how often and when a failed message is tried again
 * @param stopWait    how long calls under way may take to end when the node stops
 * @param receiptWait how long a receipt is waited for, 1 h to 3 d
 */
@ConfigurationProperties("gridbell.message.courier")
record CourierProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("500ms") Duration poll,
        @DefaultValue("90s") Duration lease,
        @DefaultValue("20s") Duration longestCall,
        @DefaultValue Retry retry,
        @DefaultValue("10s") Duration stopWait,
        @DefaultValue("1d") Duration receiptWait) {

    CourierProperties {
        check(poll.toMillis() >= 50 && poll.toSeconds() <= 60, "poll 50ms..1m");
        check(receiptWait.toHours() >= 1 && receiptWait.toDays() <= 3, "receipt-wait 1h..3d");
        check(lease.compareTo(longestCall.multipliedBy(2)) > 0, "lease longer than two times longest-call");
    }

    /**
     * @param attempts calls after which a message is given up, 1 to 100; but never before {@code patience} is over: an outage of WeChat is no
     *     fault of the message
     * @param patience since the first call
     * @param base     the first wait is between nothing and this, each further one up to twice as long
     * @param cap      the longest wait
     */
    record Retry(
            @DefaultValue("8") int attempts,
            @DefaultValue("30m") Duration patience,
            @DefaultValue("2s") Duration base,
            @DefaultValue("4m") Duration cap) {

        Retry {
            check(attempts >= 1 && attempts <= 100, "retry.attempts 1..100");
            check(base.toMillis() >= 1 && base.compareTo(cap) <= 0, "retry.base 1ms..cap");
        }
    }

    private static void check(boolean fine, String what) {
        if (!fine) {
            throw new IllegalArgumentException("gridbell.message.courier: " + what);
        }
    }
}
