package cn.gridbell.platform.redis;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.SetParams;

/**
 * Values all nodes share and nobody was promised. Each call has a time limit of 200 ms; when Redis is away, the answer is "not there" and
 * the caller goes on without. Each call names one key: in a Redis Cluster two keys may lie on different nodes.
 */
@Component
public class SharedCache {

    private static final Logger log = LoggerFactory.getLogger(SharedCache.class);

    private final RedisLink redis;
    private final CircuitBreaker breaker;

    SharedCache(RedisLink redis, CircuitBreaker redisBreaker) {
        this.redis = redis;
        this.breaker = redisBreaker;
    }

    /** Empty if absent or Redis is away. */
    public Optional<String> find(String key) {
        return guarded("get", () -> Optional.ofNullable(redis.client().get(key)), Optional.empty());
    }

    /**
     * Stored unless Redis is away.
     *
     * @param ttl at least 1 ms
     */
    public void put(String key, String value, Duration ttl) {
        guarded(
                "set",
                () -> redis.client().set(key, value, SetParams.setParams().px(ttl.toMillis())),
                "");
    }

    public void forget(String key) {
        guarded("del", () -> redis.client().del(key), 0L);
    }

    /** True if this caller is the first within {@code ttl}; also when Redis is away: each node is then first for itself. */
    public boolean firstWithin(String key, String owner, Duration ttl) {
        return guarded(
                "setnx",
                () -> redis.client().set(key, owner, SetParams.setParams().nx().px(ttl.toMillis())) != null,
                true);
    }

    /** How many there have been in the present window, this one included; 0 when Redis is away (nobody is refused for that). */
    public long countWithin(String key, Duration window) {
        return guarded(
                "incr",
                () -> {
                    long count = redis.client().incr(key);
                    if (count == 1) {
                        redis.client().pexpire(key, window.toMillis());
                    }
                    return count;
                },
                0L);
    }

    private <T> T guarded(String operation, Supplier<T> call, T whenAway) {
        try {
            return breaker.executeSupplier(call);
        } catch (CallNotPermittedException e) {
            return whenAway;
        } catch (JedisException e) {
            log.warn(
                    "Redis away, going on without: operation={} error={}",
                    operation,
                    e.getClass().getSimpleName());
            return whenAway;
        }
    }
}
