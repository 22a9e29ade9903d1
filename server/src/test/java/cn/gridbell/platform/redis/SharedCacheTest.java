package cn.gridbell.platform.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridbell.embedded.EmbeddedServers;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SharedCacheTest {

    private final RedisSetup setup = new RedisSetup();

    @Test
    void remembersForgetsAndCounts() {
        SharedCache cache = cacheAt(EmbeddedServers.sharedForTests().redisUri());
        String key = "test:" + UUID.randomUUID();
        assertThat(cache.find(key)).isEmpty();
        cache.put(key, "值", Duration.ofSeconds(30));
        assertThat(cache.find(key)).contains("值");
        cache.forget(key);
        assertThat(cache.find(key)).isEmpty();
        assertThat(cache.firstWithin(key, "a", Duration.ofSeconds(30))).isTrue();
        assertThat(cache.firstWithin(key, "b", Duration.ofSeconds(30))).isFalse();
        assertThat(cache.countWithin(key + "n", Duration.ofSeconds(30))).isEqualTo(1);
        assertThat(cache.countWithin(key + "n", Duration.ofSeconds(30))).isEqualTo(2);
    }

    /** A socket that accepts and never answers: the worst way to be away. */
    @Test
    void goesOnWithoutWhenRedisHangs() throws Exception {
        try (ServerSocket silent = new ServerSocket(0)) {
            SharedCache cache = cacheAt("redis://127.0.0.1:" + silent.getLocalPort());
            long start = System.nanoTime();
            int calls = 100;
            for (int i = 0; i < calls; i++) {
                assertThat(cache.find("k")).isEmpty();
                cache.put("k", "v", Duration.ofSeconds(1));
                assertThat(cache.firstWithin("k", "a", Duration.ofSeconds(1))).isTrue();
                assertThat(cache.countWithin("k", Duration.ofSeconds(1))).isZero();
            }
            double unguarded = calls * 4 * 0.2;
            double took = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    "Redis hangs: %d calls in %.1f s, %.1f s without the breaker%n", calls * 4, took, unguarded);
            assertThat(took).isLessThan(unguarded / 4);
        }
    }

    private SharedCache cacheAt(String uri) {
        var redis = setup.redis(new RedisProperties(URI.create(uri), Duration.ofMillis(200)));
        return new SharedCache(redis, setup.redisBreaker());
    }
}
