package cn.gridbell.platform.redis;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code gridbell.redis}.
 *
 * @param uri       {@code redis[s]://[user:password@]host:port[/db]}
 * @param timeLimit for connecting and for each answer
 */
@ConfigurationProperties("gridbell.redis")
record RedisProperties(URI uri, @DefaultValue("200ms") Duration timeLimit) {

    @Override
    public String toString() {
        return "RedisProperties[" + uri.getHost() + ":" + uri.getPort() + "]";
    }
}
