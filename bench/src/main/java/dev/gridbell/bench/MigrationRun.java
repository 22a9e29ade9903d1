package dev.gridbell.bench;

import dev.gridbell.embedded.EmbeddedPorts;
import dev.gridbell.embedded.EmbeddedServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * How long each migration takes on a database that is full: as soon as one of the tables that grow is there it is filled, and each later migration
 * meets it so. What is in the rows means nothing; their number, their columns and their keys are what an upgrade has to carry.
 */
final class MigrationRun {

    private static final List<String> GROWING = List.of(
            "wechat_person",
            "resident",
            "household",
            "signin_session",
            "idempotency_key",
            "request",
            "request_entry",
            "request_check",
            "visit",
            "message",
            "message_receipt",
            "wechat_inbound",
            "photo");

    private final int rows;
    private final int pool;
    private final Set<String> filled = new HashSet<>();

    MigrationRun(Options options) {
        this.rows = options.number("rows", 1_000_000);
        this.pool = options.number("pool", 1_024);
    }

    private record Took(String version, String what, double seconds) {}

    boolean run() throws Exception {
        Path target = Path.of("bench/target").toAbsolutePath();
        Files.createDirectories(target);
        Path home = Files.createTempDirectory(target, "run-");
        List<Took> all = new ArrayList<>();
        try (EmbeddedServers servers =
                EmbeddedServers.start(home, Path.of(".gridbell/servers").toAbsolutePath(), new EmbeddedPorts(0, 0))) {
            String url = servers.jdbcUrl("gridbell");
            FluentConfiguration flyway = Flyway.configure()
                    .dataSource(url, servers.databaseUser(), servers.databasePassword())
                    .locations("filesystem:sql")
                    .outOfOrder(true);
            try (Connection database =
                    DriverManager.getConnection(url, servers.databaseUser(), servers.databasePassword())) {
                run(database, "SET GLOBAL innodb_buffer_pool_size = " + pool * 1_048_576L);
                run(database, "SET GLOBAL innodb_log_file_size = 1073741824");
                run(database, "SET SESSION check_constraint_checks = OFF, foreign_key_checks = OFF");
                for (MigrationInfo each : flyway.load().info().pending()) {
                    long start = System.nanoTime();
                    flyway.target(each.getVersion()).load().migrate();
                    double seconds = (System.nanoTime() - start) / 1e9;
                    all.add(new Took(each.getVersion().toString(), each.getDescription(), seconds));
                    System.out.printf(
                            "%-16s %-44s %6.1f s, %d full tables%n",
                            each.getVersion(), each.getDescription(), seconds, filled.size());
                    fillWhatIsNew(database);
                }
            }
        }
        all.sort((a, b) -> Double.compare(b.seconds(), a.seconds()));
        double sum = all.stream().mapToDouble(Took::seconds).sum();
        System.out.printf(
                "%d migrations over %,d rows in each of %d tables: %.0f s in all; the slowest: %s%n",
                all.size(),
                rows,
                filled.size(),
                sum,
                String.join(
                        ", ",
                        all.stream()
                                .limit(5)
                                .map(each -> String.format("%s %s %.1f s", each.version(), each.what(), each.seconds()))
                                .toList()));
        return filled.size() == GROWING.size();
    }

    private void fillWhatIsNew(Connection database) throws SQLException {
        for (String table : GROWING) {
            List<String[]> columns = filled.contains(table) ? List.of() : columns(database, table);
            if (!columns.isEmpty()) {
                long start = System.nanoTime();
                fill(database, table, columns);
                filled.add(table);
                System.out.printf(
                        "    %s: %,d rows in %d s%n",
                        table, rows, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start));
            }
        }
    }

    /** Name and an expression over {@code seq} of each column that can be written. */
    private static List<String[]> columns(Connection database, String table) throws SQLException {
        List<String[]> found = new ArrayList<>();
        try (Statement sql = database.createStatement();
                ResultSet row = sql.executeQuery(
                        "SELECT column_name, data_type, COALESCE(character_maximum_length, 0) FROM information_schema.columns"
                                + " WHERE table_schema = DATABASE() AND table_name = '" + table
                                + "' AND extra NOT LIKE '%GENERATED%' ORDER BY ordinal_position")) {
            while (row.next()) {
                found.add(new String[] {row.getString(1), value(row.getString(2), row.getLong(3))});
            }
        }
        return found;
    }

    private static String value(String type, long length) {
        return switch (type) {
            case "bigint", "int" -> "seq";
            case "smallint" -> "seq % 30000";
            case "tinyint" -> "seq % 2";
            case "double", "float", "decimal" -> "30 + seq % 1000 / 1000";
            case "datetime", "timestamp" -> "UTC_TIMESTAMP(6) - INTERVAL seq MINUTE";
            case "date" -> "CURDATE() - INTERVAL seq % 1000 DAY";
            case "char", "varchar" -> "LEFT(CONCAT('x', seq, ' 楼下垃圾三天没有清运'), " + Math.min(length, 60) + ")";
            case "binary", "varbinary" -> "LEFT(UNHEX(SHA2(seq, 256)), " + Math.min(length, 32) + ")";
            case "blob", "mediumblob", "longblob" -> "REPEAT(UNHEX(SHA2(seq, 256)), 8)";
            case "text", "mediumtext", "longtext", "json" -> "'{\"thing2\":{\"value\":\"垃圾清运\"}}'";
            default -> throw new IllegalStateException("no value for a column of type " + type);
        };
    }

    private void fill(Connection database, String table, List<String[]> columns) throws SQLException {
        String names = String.join(", ", columns.stream().map(each -> each[0]).toList());
        String values = String.join(", ", columns.stream().map(each -> each[1]).toList());
        for (int first = 1; first <= rows; first += Filling.CHUNK) {
            int last = Math.min(rows, first + Filling.CHUNK - 1);
            // What the migrations themselves put in stays.
            run(
                    database,
                    "INSERT IGNORE INTO " + table + " (" + names + ") SELECT " + values + " FROM seq_" + first + "_to_"
                            + last);
        }
    }

    private static void run(Connection database, String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
