package cn.gridbell.platform.redis;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import redis.clients.jedis.util.JedisURIHelper;

/**
 * {@code gridbell.redis}.
 *
 * @param uri       {@code redis[s]://[user:password@]host:port[/db]}; of a cluster several {@code host:port} with commas between, and no db
 * @param cluster   whether it is a Redis Cluster
 * @param timeLimit for connecting and for each answer
 */
@ConfigurationProperties("gridbell.redis")
record RedisProperties(
        URI uri,
        @DefaultValue("false") boolean cluster,
        @DefaultValue("200ms") Duration timeLimit) {

    RedisProperties {
        List<URI> nodes = nodes(uri);
        if (!cluster && nodes.size() > 1) {
            throw new IllegalArgumentException(
                    "gridbell.redis.uri names several hosts: set gridbell.redis.cluster=true");
        }
        if (cluster && JedisURIHelper.getDBIndex(nodes.get(0)) != 0) {
            throw new IllegalArgumentException("gridbell.redis.uri: a Redis Cluster has no databases but 0");
        }
    }

    /** One address for each host that is named, the first for what is the same for all. */
    List<URI> nodes() {
        return nodes(uri);
    }

    private static List<URI> nodes(URI uri) {
        String all = uri.getRawAuthority();
        int at = all.lastIndexOf('@') + 1;
        return Arrays.stream(all.substring(at).split(","))
                .map(host -> URI.create(uri.getScheme() + "://" + all.substring(0, at) + host + uri.getRawPath()))
                .toList();
    }

    @Override
    public String toString() {
        return "RedisProperties"
                + nodes().stream()
                        .map(node -> node.getHost() + ":" + node.getPort())
                        .toList();
    }
}
