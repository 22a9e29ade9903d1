package cn.gridbell.signin;

import cn.gridbell.platform.redis.SharedCache;
import cn.gridbell.wechat.WechatCodeInvalid;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Slows down whoever tries codes: an address with too many refused codes has to wait a minute. Codes that WeChat takes are not counted, so
 * that a whole estate behind one address signs in undisturbed. Counted in Redis over all nodes; without Redis nobody is slowed down.
 */
@Component
class CodeThrottle {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final SharedCache cache;
    private final int most;

    CodeThrottle(SharedCache cache, SigninProperties properties) {
        this.cache = cache;
        this.most = properties.refusedCodesPerMinute();
    }

    /**
     * @param address  of the client
     * @param exchange asks WeChat
     * @throws TooManyCodes 429
     */
    <T> T watch(String address, Supplier<T> exchange) {
        String key = "gridbell:signin:refused-codes:" + address;
        if (cache.find(key).map(Long::parseLong).orElse(0L) >= most) {
            throw new TooManyCodes(WINDOW.toSeconds());
        }
        try {
            return exchange.get();
        } catch (WechatCodeInvalid e) {
            cache.countWithin(key, WINDOW);
            throw e;
        }
    }
}
