package cn.gridbell.wechat.inbound;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code gridbell.wechat.store}: how a push is kept before it is answered.
 *
 * @param limit       how long WeChat waits at most for an answer, 100 ms to 4 s; a push that is not stored by then is answered with 503 and comes
 *                    again. WeChat itself hangs up after 5 s (接收消息与事件推送)
 * @param connections to the database that are kept for this alone, 1 to 32, on each node
 * @param waiting     pushes that may wait for one of these, 0 to 1000; those beyond are answered with 503 at once
 */
@ConfigurationProperties("gridbell.wechat.store")
record StoreProperties(
        @DefaultValue("2500ms") Duration limit,
        @DefaultValue("8") int connections,
        @DefaultValue("40") int waiting) {

    StoreProperties {
        check(limit.toMillis() >= 100 && limit.toMillis() <= 4_000, "limit 100ms..4s");
        check(connections >= 1 && connections <= 32, "connections 1..32");
        check(waiting >= 0 && waiting <= 1_000, "waiting 0..1000");
    }

    private static void check(boolean fine, String what) {
        if (!fine) {
            throw new IllegalArgumentException("gridbell.wechat.store: " + what);
        }
    }
}
