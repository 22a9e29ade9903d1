package dev.gridbell.bench;

import dev.gridbell.embedded.EmbeddedPorts;
import dev.gridbell.embedded.EmbeddedServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** An empty database, an empty Redis and an empty folder, and a server with the old keys on the old port. */
final class RestoredPlace implements AutoCloseable {

    private static final String DATABASE = "gridbell";

    private final Path folder;
    private final EmbeddedServers servers;
    private final List<String> command;
    private final ServerNode node;

    /** @param former how the former server was started */
    RestoredPlace(Installation origin, String name, List<String> former) throws IOException {
        this.folder = origin.home().resolve(name);
        this.servers =
                EmbeddedServers.start(folder, Path.of(".gridbell/servers").toAbsolutePath(), new EmbeddedPorts(0, 0));
        Map<String, String> own = new HashMap<>();
        own.put("spring.datasource.url", servers.jdbcUrl(DATABASE));
        own.put("spring.datasource.username", servers.databaseUser());
        own.put("spring.datasource.password", servers.databasePassword());
        own.put("gridbell.redis.uri", servers.redisUri());
        own.put("gridbell.home", home().toString());
        this.command = new ArrayList<>(former);
        command.removeIf(
                argument -> own.containsKey(argument.replaceFirst("^--", "").replaceFirst("=.*", "")));
        own.forEach((setting, value) -> command.add("--" + setting + "=" + value));
        this.node = new ServerNode(origin.nodes().get(0).port(), command, folder.resolve("server.log"));
    }

    EmbeddedServers servers() {
        return servers;
    }

    /** Where its pictures go. */
    Path home() {
        return folder.resolve("server");
    }

    ServerNode node() {
        return node;
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                servers.jdbcUrl(DATABASE), servers.databaseUser(), servers.databasePassword());
    }

    /** How many tables there are. */
    long tables() throws SQLException {
        try (Connection connection = connect();
                var select = connection.createStatement();
                var row = select.executeQuery(
                        "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = '" + DATABASE + "'")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** A server process that ends by itself: a command, or one that must refuse to start. */
    BackupScripts.Ran server(String... arguments) throws IOException, InterruptedException {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(List.of(arguments));
        Path log = folder.resolve("command.log");
        Process process = new ProcessBuilder(whole)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = process.waitFor(Duration.ofMinutes(5).toSeconds(), TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        return new BackupScripts.Ran(ended ? process.exitValue() : -1, Files.readString(log));
    }

    @Override
    public void close() {
        node.close();
        servers.close();
    }
}
