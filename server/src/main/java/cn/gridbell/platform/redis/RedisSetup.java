package cn.gridbell.platform.redis;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.util.JedisURIHelper;

/** The connection to Redis: pooled, 200 ms for connecting and for each answer. */
@Configuration(proxyBeanMethods = false)
class RedisSetup {

    @Bean(destroyMethod = "close")
    UnifiedJedis redis(RedisProperties properties) {
        int limit = Math.toIntExact(properties.timeLimit().toMillis());
        var config = DefaultJedisClientConfig.builder()
                .connectionTimeoutMillis(limit)
                .socketTimeoutMillis(limit)
                .blockingSocketTimeoutMillis(limit)
                .user(JedisURIHelper.getUser(properties.uri()))
                .password(JedisURIHelper.getPassword(properties.uri()))
                .database(JedisURIHelper.getDBIndex(properties.uri()))
                .ssl(JedisURIHelper.isRedisSSLScheme(properties.uri()))
                .build();
        HostAndPort address = JedisURIHelper.getHostAndPort(properties.uri());
        var pool = new redis.clients.jedis.ConnectionPoolConfig();
        pool.setMaxTotal(32);
        pool.setMaxWait(properties.timeLimit());
        pool.setJmxEnabled(false);
        return RedisClient.builder()
                .hostAndPort(address)
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
