package dev.gridbell.testing;

import dev.gridbell.embedded.EmbeddedServers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A new, empty database for tests: on the shared embedded MariaDB or, if the environment names one, on a server that somebody else runs.
 *
 * <p>{@code GRIDBELL_TEST_DATABASE_URL} is that server's JDBC URL with <code>{database}</code> where the name goes;
 * {@code GRIDBELL_TEST_DATABASE_USER} and {@code GRIDBELL_TEST_DATABASE_PASSWORD} are an account that may make and drop databases
 * {@code gridbell_test_…}. What an earlier run left under these names is dropped, so one run at a time.
 */
public record TestDatabase(String url, String user, String password) {

    private static final String VARIABLE = "GRIDBELL_TEST_DATABASE_";
    private static final String PLACE = "{database}";
    private static final AtomicInteger FRESH = new AtomicInteger();

    /**
     * @param prefix what its name begins with: lower-case ASCII letters, digits and underscores, a letter first, at most 40
     * @throws IllegalStateException if the environment names a server incompletely, or that server refuses
     */
    public static TestDatabase fresh(String prefix) {
        String url = System.getenv(VARIABLE + "URL");
        return url == null ? embedded(prefix) : elsewhere(url, prefix);
    }

    private static TestDatabase embedded(String prefix) {
        EmbeddedServers servers = EmbeddedServers.sharedForTests();
        return new TestDatabase(
                servers.jdbcUrl(servers.freshDatabase(prefix)), servers.databaseUser(), servers.databasePassword());
    }

    private static TestDatabase elsewhere(String url, String prefix) {
        if (!url.contains(PLACE)) {
            throw new IllegalStateException(VARIABLE + "URL has no " + PLACE);
        }
        String user = required("USER");
        String password = required("PASSWORD");
        String name = "gridbell_test_" + prefix + "_" + FRESH.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(url.replace(PLACE, ""), user, password);
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS `" + name + "`");
            statement.execute("CREATE DATABASE `" + name + "` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci");
        } catch (SQLException e) {
            throw new IllegalStateException("the database named by " + VARIABLE + "URL refused", e);
        }
        return new TestDatabase(url.replace(PLACE, name), user, password);
    }

    private static String required(String name) {
        String value = System.getenv(VARIABLE + name);
        if (value == null) {
            throw new IllegalStateException(VARIABLE + "URL is set, so " + VARIABLE + name + " is needed as well");
        }
        return value;
    }
}
