package cn.gridbell.platform.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.gridbell.embedded.EmbeddedRedisCluster;
import dev.gridbell.embedded.EmbeddedServers;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    /** Three masters without replicas: who is killed takes a third of the keys with it, and nobody else's. */
    @Test
    void goesOnWithWhatIsLeftOfACluster(@TempDir Path home) {
        List<String> keys = IntStream.range(0, 30).mapToObj(i -> "test:" + i).toList();
        try (EmbeddedRedisCluster cluster = EmbeddedRedisCluster.start(home, Path.of("../.gridbell/servers"), 3, 0)) {
            SharedCache cache = clusterAt(cluster.uri());
            keys.forEach(key -> cache.put(key, "值" + key, Duration.ofMinutes(5)));
            assertThat(keys).allSatisfy(key -> assertThat(cache.find(key)).contains("值" + key));
            assertThat(cache.countWithin("test:n", Duration.ofSeconds(30))).isEqualTo(1);
            assertThat(cache.firstWithin("test:f", "a", Duration.ofSeconds(30))).isTrue();
            assertThat(cache.firstWithin("test:f", "b", Duration.ofSeconds(30))).isFalse();

            cluster.kill(0);
            long found = keys.stream()
                    .map(key -> clusterAt(cluster.uri()).find(key))
                    .flatMap(Optional::stream)
                    .count();
            assertThat(found).isBetween(15L, 25L);

            cluster.start(0);
            await().atMost(Duration.ofSeconds(30)).until(cluster::isWhole);
            assertThat(keys)
                    .allSatisfy(key ->
                            assertThat(clusterAt(cluster.uri()).find(key)).contains("值" + key));
        }
    }

    @Test
    void goesOnWithoutAClusterThatIsNotThereAtTheStart() {
        SharedCache cache = clusterAt("redis://:secret@127.0.0.1:1,127.0.0.1:2");
        assertThat(cache.find("k")).isEmpty();
        assertThat(cache.firstWithin("k", "a", Duration.ofSeconds(1))).isTrue();
    }

    @Test
    void severalHostsAreAClusterOnlyIfThatIsSaid() {
        URI two = URI.create("rediss://u:p%40ss@a:7000,b:7001");
        assertThat(new RedisProperties(two, true, Duration.ofMillis(200)).nodes())
                .containsExactly(URI.create("rediss://u:p%40ss@a:7000"), URI.create("rediss://u:p%40ss@b:7001"));
        assertThatThrownBy(() -> new RedisProperties(two, false, Duration.ofMillis(200)))
                .hasMessageContaining("gridbell.redis.cluster=true");
        assertThatThrownBy(() -> new RedisProperties(URI.create("redis://a:1,b:2/3"), true, Duration.ofMillis(200)))
                .hasMessageContaining("no databases but 0");
    }

    private SharedCache clusterAt(String uri) {
        return cacheAt(new RedisProperties(URI.create(uri), true, Duration.ofMillis(200)));
    }

    private SharedCache cacheAt(String uri) {
        return cacheAt(new RedisProperties(URI.create(uri), false, Duration.ofMillis(200)));
    }

    private SharedCache cacheAt(RedisProperties properties) {
        var redis = setup.redis(properties);
        return new SharedCache(redis, setup.redisBreaker());
    }
}
