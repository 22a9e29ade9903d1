package cn.gridbell.platform.redis;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.UnifiedJedis;

/** This node's one client of Redis, made when it is first wanted: that of a cluster asks for the slots at once, and Redis may be away then. */
final class RedisLink implements AutoCloseable {

    private final Supplier<UnifiedJedis> maker;
    private @Nullable UnifiedJedis client;

    RedisLink(Supplier<UnifiedJedis> maker) {
        this.maker = maker;
    }

    /** @throws redis.clients.jedis.exceptions.JedisException if there is no client yet and none can be made */
    synchronized UnifiedJedis client() {
        UnifiedJedis known = client;
        if (known == null) {
            known = maker.get();
            client = known;
        }
        return known;
    }

    @Override
    public synchronized void close() {
        UnifiedJedis known = client;
        if (known != null) {
            known.close();
        }
    }
}
