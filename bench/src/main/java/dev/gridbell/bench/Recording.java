package dev.gridbell.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.type.TypeReference;

/**
 * A call as the server did it once: what it asked of the database and what it answered.
 *
 * @param status of the answer
 * @param answer its body
 * @param asked  in order, with the transactions' ends
 */
record Recording(int status, String answer, List<Asked> asked) {

    /** In place of a value that must be new each time. */
    static final String FRESH = "⟦fresh⟧";
    /** The same, in twelve letters. */
    static final String SHORT = "⟦short⟧";
    /** In place of the id of what was made. */
    static final String MADE = "⟦made⟧";

    /** Who did it, with which key: its answer is written down with the words the log tells. */
    private static final Pattern KEY_USED = Pattern.compile("resident_id ?= ?(\\d+) AND idem_key ?= ?('[^']*')");

    private static final int NO_SUCH_CONNECTION = 1094;

    /** Something done over HTTP. */
    interface Call {
        Http.Answer make() throws IOException, InterruptedException;
    }

    /**
     * Has the database write down from now on what prepared statements are given. It decides that when a statement is prepared: so those prepared
     * before have to be prepared anew, and those prepared meanwhile again at the end, since it costs time.
     */
    static void begin(Connection database) throws SQLException, InterruptedException {
        try (Statement sql = database.createStatement()) {
            sql.execute("SET GLOBAL log_output = 'NONE'");
            sql.execute("SET GLOBAL general_log = ON");
        }
        endOtherConnections(database);
    }

    static void end(Connection database) throws SQLException, InterruptedException {
        try (Statement sql = database.createStatement()) {
            sql.execute("SET GLOBAL general_log = OFF");
        }
        endOtherConnections(database);
    }

    /** The server's pool opens others; it looks at those that were idle for half a second before it uses them. */
    private static void endOtherConnections(Connection database) throws SQLException, InterruptedException {
        TimeUnit.SECONDS.sleep(1);
        try (Statement sql = database.createStatement()) {
            List<Long> others = new ArrayList<>();
            try (ResultSet row = sql.executeQuery("SELECT id FROM information_schema.processlist WHERE id <>"
                    + " CONNECTION_ID() AND user = SUBSTRING_INDEX(USER(), '@', 1)")) {
                while (row.next()) {
                    others.add(row.getLong(1));
                }
            }
            for (long other : others) {
                kill(sql, other);
            }
        }
    }

    private static void kill(Statement sql, long connection) throws SQLException {
        try {
            sql.execute("KILL SOFT CONNECTION " + connection);
        } catch (SQLException failure) {
            if (failure.getErrorCode() != NO_SUCH_CONNECTION) {
                throw failure;
            }
        }
    }

    /**
     * Makes the call and listens. A timer of the server that uses one of the call's connections meanwhile would be heard with it; of three calls
     * whoever wants to be sure takes the shortest.
     *
     * @param others see {@link Asked#replacing}; the answer is known by then
     */
    static Recording of(Connection database, Call call, Others others) throws Exception {
        try (Statement sql = database.createStatement()) {
            sql.execute("TRUNCATE mysql.general_log");
            sql.execute("SET GLOBAL log_output = 'TABLE'");
            Http.Answer answer;
            try {
                answer = call.make();
            } finally {
                sql.execute("SET GLOBAL log_output = 'NONE'");
            }
            Map<String, String> replaced = others.in(answer);
            List<Asked> asked = new ArrayList<>();
            for (String each : log(sql)) {
                asked.add(Asked.of(each).replacing(replaced));
            }
            return new Recording(answer.status(), answer.body(), List.copyOf(asked));
        }
    }

    /** What must differ from call to call. */
    interface Others {
        Map<String, String> in(Http.Answer answer);
    }

    /** What the connections that looked at sessions were asked; the log's table keeps its order. */
    private static List<String> log(Statement sql) throws SQLException {
        List<String> asked = new ArrayList<>();
        try (ResultSet row = sql.executeQuery(
                "SELECT argument FROM mysql.general_log WHERE command_type IN ('Query', 'Execute') AND thread_id IN"
                        + " (SELECT thread_id FROM mysql.general_log WHERE argument LIKE '%signin_session%')"
                        + " AND argument NOT LIKE 'SET GLOBAL%'")) {
            while (row.next()) {
                asked.add(row.getString(1).strip().replaceAll("\\s*\n\\s*", " "));
            }
        }
        asked.replaceAll(each -> each.startsWith("INSERT INTO idempotency_key") ? keyTaken(asked) : each);
        return asked;
    }

    /** A hash is bytes: the log has them as they are, quotes and all, or leaves out every value of the statement because of them. */
    private static String keyTaken(List<String> asked) {
        Matcher used = KEY_USED.matcher(String.join("\n", asked));
        if (!used.find()) {
            throw new IllegalStateException("no answer is kept for the key: " + asked);
        }
        return "INSERT INTO idempotency_key (resident_id, idem_key, body_hash, created_at) VALUES (" + used.group(1)
                + ", " + used.group(2) + ", '\0', TIMESTAMP'" + LocalDate.now(ZoneOffset.UTC) + " 00:00:00')";
    }

    static void write(Path file, Map<String, Recording> calls) throws IOException {
        Files.write(file, Http.JSON.writeValueAsBytes(calls));
    }

    static Map<String, Recording> read(Path file) throws IOException {
        return Http.JSON.readValue(Files.readAllBytes(file), new TypeReference<LinkedHashMap<String, Recording>>() {});
    }
}
