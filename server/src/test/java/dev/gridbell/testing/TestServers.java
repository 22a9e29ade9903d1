package dev.gridbell.testing;

import dev.gridbell.embedded.EmbeddedServers;
import java.util.Map;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Points a test context at the shared embedded servers; each context has a database of its own. */
public final class TestServers implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        EmbeddedServers servers = EmbeddedServers.sharedForTests();
        String database = servers.freshDatabase("server");
        TestPropertyValues.of(Map.of(
                        "spring.datasource.url", servers.jdbcUrl(database),
                        "spring.datasource.username", servers.databaseUser(),
                        "spring.datasource.password", servers.databasePassword(),
                        "gridbell.redis.uri", servers.redisUri()))
                .applyTo(context);
    }
}
