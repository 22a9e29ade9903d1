package cn.gridbell.message.channel;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code gridbell.message.channel}.
 *
 * @param parallelism calls at once to each app of this node, 1 to 64
 * @param placeWait   how long a message waits for one of these places before it goes back to the queue, 0 to 10 s
 * @param breaker     when a channel that does not answer is left alone
 * @param quota       how much may be sent a day
 */
@ConfigurationProperties("gridbell.message.channel")
record ChannelProperties(
        @DefaultValue("8") int parallelism,
        @DefaultValue("1s") Duration placeWait,
        @DefaultValue Breaker breaker,
        @DefaultValue Quota quota) {

    ChannelProperties {
        check(parallelism >= 1 && parallelism <= 64, "parallelism 1..64");
        check(!placeWait.isNegative() && placeWait.toSeconds() <= 10, "place-wait 0s..10s");
    }

    /**
     * @param failures     calls in a row without an answer that shut a channel, 2 to 100
     * @param first        how long it is left alone the first time, 100 ms to 1 min; each further time twice as long
     * @param longest      at most
     */
    record Breaker(
            @DefaultValue("5") int failures,
            @DefaultValue("2s") Duration first,
            @DefaultValue("15s") Duration longest) {

        Breaker {
            check(failures >= 2 && failures <= 100, "breaker.failures 2..100");
            check(first.toMillis() >= 100 && first.toSeconds() <= 60, "breaker.first 100ms..1m");
            check(longest.compareTo(first) >= 0, "breaker.longest not less than first");
        }
    }

    /**
     * @param templatePerDay  template messages the account may send a day (模板消息日调用上限)
     * @param subscribePerDay subscribe messages a day
     * @param chatPerDay      customer-service messages a day
     * @param urgentShare     part of it that only urgent messages may use, 0 to 0.9
     */
    record Quota(
            @DefaultValue("100000") long templatePerDay,
            @DefaultValue("10000000") long subscribePerDay,
            @DefaultValue("500000") long chatPerDay,
            @DefaultValue("0.1") double urgentShare) {

        Quota {
            check(templatePerDay > 0 && subscribePerDay > 0 && chatPerDay > 0, "quota more than 0");
            check(urgentShare >= 0 && urgentShare <= 0.9, "quota.urgent-share 0..0.9");
        }

        long of(Channel channel) {
            return switch (channel) {
                case TEMPLATE -> templatePerDay;
                case SUBSCRIBE -> subscribePerDay;
                case CHAT -> chatPerDay;
            };
        }

        /** What messages that are not urgent may use together. */
        long open(Channel channel) {
            return (long) (of(channel) * (1 - urgentShare));
        }
    }

    private static void check(boolean fine, String what) {
        if (!fine) {
            throw new IllegalArgumentException("gridbell.message.channel: " + what);
        }
    }
}
