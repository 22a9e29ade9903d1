package dev.gridbell.firstrun;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a first run is started with.
 *
 * @param home the folder that keeps everything between runs
 * @param programs the folder of the unpacked database and Redis
 * @param serverPort 1 to 65535, or 0 for a free one
 * @param sandboxPort 1 to 65535, or 0 for a free one
 * @param own the operator's own database and Redis, or null for the ones that come along
 * @param miniProgram the folder of the mini-program's sources; may be missing
 */
record FirstRunSettings(
        Path home,
        Path programs,
        int serverPort,
        int sandboxPort,
        @Nullable OwnServers own,
        Path miniProgram) {

    static final int SERVER_PORT = 8080;
    static final int SANDBOX_PORT = 8090;

    /** A database and a Redis that somebody else runs. */
    record OwnServers(String databaseUrl, String databaseUser, String databasePassword, String redisUri) {}

    /**
     * @param environment environment variables: GRIDBELL_HOME, GRIDBELL_PORT (or SERVER_PORT), GRIDBELL_SANDBOX_PORT, and
     *     for one's own servers SPRING_DATASOURCE_URL, …_USERNAME, …_PASSWORD and GRIDBELL_REDIS_URI
     * @param properties system properties; {@code server.port} counts where no variable names the port
     * @throws FirstRunFailed if a port is no port or a setting of one's own servers is missing
     */
    static FirstRunSettings of(Map<String, String> environment, Map<?, ?> properties) {
        Path home = Path.of(environment.getOrDefault("GRIDBELL_HOME", ".gridbell"))
                .toAbsolutePath()
                .normalize();
        String serverPort = environment.get("GRIDBELL_PORT");
        if (serverPort == null) {
            Object property = properties.get("server.port");
            serverPort = property == null ? environment.get("SERVER_PORT") : property.toString();
        }
        return new FirstRunSettings(
                home,
                home.resolve("servers"),
                port("GRIDBELL_PORT", serverPort, SERVER_PORT),
                port("GRIDBELL_SANDBOX_PORT", environment.get("GRIDBELL_SANDBOX_PORT"), SANDBOX_PORT),
                ownServers(environment),
                Path.of("miniapp-stub").toAbsolutePath());
    }

    private static @Nullable OwnServers ownServers(Map<String, String> environment) {
        String url = environment.get("SPRING_DATASOURCE_URL");
        if (url == null) {
            return null;
        }
        return new OwnServers(
                url,
                required(environment, "SPRING_DATASOURCE_USERNAME"),
                required(environment, "SPRING_DATASOURCE_PASSWORD"),
                required(environment, "GRIDBELL_REDIS_URI"));
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null) {
            throw new FirstRunFailed(
                    "设置了 SPRING_DATASOURCE_URL，还需要设置 " + name + "。",
                    "SPRING_DATASOURCE_URL is set, so " + name + " is needed as well.");
        }
        return value;
    }

    private static int port(String name, @Nullable String text, int otherwise) {
        if (text == null) {
            return otherwise;
        }
        int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : -1;
        if (port < 0 || port > 65_535) {
            throw new FirstRunFailed(name + " 应是 1 到 65535 的端口号，现在是“" + text + "”。", name + " is not a port: " + text);
        }
        return port;
    }
}
