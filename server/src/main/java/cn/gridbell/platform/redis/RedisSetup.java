package cn.gridbell.platform.redis;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.util.JedisURIHelper;

/** The connection to Redis: pooled, 200 ms for connecting and for each answer. */
@Configuration(proxyBeanMethods = false)
class RedisSetup {

    /** A slot that has moved, or a master that has gone, is asked for once more. */
    private static final int CLUSTER_ATTEMPTS = 2;

    @Bean(destroyMethod = "close")
    RedisLink redis(RedisProperties properties) {
        return new RedisLink(() -> client(properties));
    }

    private static UnifiedJedis client(RedisProperties properties) {
        int limit = Math.toIntExact(properties.timeLimit().toMillis());
        URI any = properties.nodes().get(0);
        var config = DefaultJedisClientConfig.builder()
                .connectionTimeoutMillis(limit)
                .socketTimeoutMillis(limit)
                .blockingSocketTimeoutMillis(limit)
                .user(JedisURIHelper.getUser(any))
                .password(JedisURIHelper.getPassword(any))
                .database(JedisURIHelper.getDBIndex(any))
                .ssl(JedisURIHelper.isRedisSSLScheme(any))
                .build();
        var pool = new redis.clients.jedis.ConnectionPoolConfig();
        pool.setMaxTotal(32);
        pool.setMaxWait(properties.timeLimit());
        pool.setJmxEnabled(false);
        Set<HostAndPort> nodes =
                properties.nodes().stream().map(JedisURIHelper::getHostAndPort).collect(Collectors.toSet());
        if (properties.cluster()) {
            return RedisClusterClient.builder()
                    .nodes(nodes)
                    .clientConfig(config)
                    .poolConfig(pool)
                    .maxAttempts(CLUSTER_ATTEMPTS)
                    .maxTotalRetriesDuration(properties.timeLimit())
                    .build();
        }
        return RedisClient.builder()
                .hostAndPort(nodes.iterator().next())
                .clientConfig(config)
                .poolConfig(pool)
                .build();
    }

    @Bean
    CircuitBreaker redisBreaker() {
        return CircuitBreaker.of(
                "redis",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(10)
                        .minimumNumberOfCalls(5)
                        .failureRateThreshold(50)
                        .slowCallDurationThreshold(Duration.ofMillis(150))
                        .slowCallRateThreshold(80)
                        .waitDurationInOpenState(Duration.ofSeconds(3))
                        .permittedNumberOfCallsInHalfOpenState(3)
                        .build());
    }
}
