package dev.gridbell.bench;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Messages per second at steady state against a WeChat that answers after a given time, with one node and with two, beside what the
 * parallelism set could do if nothing but WeChat took time.
 */
final class MessagesRun {

    private static final int RESIDENTS = 60;
    private static final int GRIDS = 6;
    /** Left out at the beginning and at the end. */
    private static final double EDGE = 0.1;

    private final Options options;
    private final int messages;
    private final int parallelism;
    private final int millis;
    private final int rounds;

    MessagesRun(Options options) {
        this.options = options;
        this.messages = options.number("messages", 6_000);
        this.parallelism = options.number("parallelism", 8);
        this.millis = options.number("millis", 20);
        this.rounds = options.number("rounds", 1);
    }

    boolean run() throws Exception {
        List<String> lines = new ArrayList<>();
        boolean complete = true;
        for (int round = 1; round <= rounds; round++) {
            for (int nodes : new int[] {1, 2}) {
                double rate = measure(nodes);
                double limit = nodes * parallelism * 1000.0 / millis;
                lines.add(String.format(
                        "%d node(s): %.0f messages per second, %.0f %% of the %.0f that %d x %d calls of %d ms allow",
                        nodes, rate, 100 * rate / limit, limit, nodes, parallelism, millis));
                System.out.println(lines.get(lines.size() - 1));
                complete &= rate > 0;
            }
        }
        lines.forEach(System.out::println);
        return complete;
    }

    /** The queue is filled over HTTP by a server that does not send, and emptied by others that do nothing else. */
    private double measure(int nodes) throws Exception {
        Blueprint plan = Blueprint.of(nodes + 1).with(options.startingWith("server."));
        Blueprint sending = plan.parallelism(parallelism);
        Map<String, String> silent = Map.of("gridbell.message.courier.enabled", "false");
        try (Installation installation = Installation.prepare(sending, i -> i == 0 ? silent : Map.of())) {
            installation.startServer();
            SandboxControls sandbox = new SandboxControls(installation);
            try (MessageTable table = new MessageTable(installation)) {
                Street street = Street.open(installation, RESIDENTS, RESIDENTS, GRIDS);
                System.out.printf("  filling the queue with %d messages over HTTP%n", messages);
                street.submit(messages / 2);
                table.run("UPDATE message SET due_at = UTC_TIMESTAMP(6) + INTERVAL 1 DAY,"
                        + " expires_at = UTC_TIMESTAMP(6) + INTERVAL 2 DAY");
                installation.killServer();
                sandbox.fault("latency", SandboxControls.TEMPLATE, "millis", millis);
                for (ServerNode node : installation.nodes().subList(1, nodes + 1)) {
                    node.start();
                }
                System.out.println("  the couriers start");
                table.run("UPDATE message SET due_at = UTC_TIMESTAMP(6)");
                table.waitUntilSettled(Duration.ofMinutes(10));
                return steadyRate(table);
            }
        }
    }

    /** Between the time a tenth was sent and the time nine tenths were. */
    private static double steadyRate(MessageTable table) throws SQLException {
        List<Instant> sent = new ArrayList<>();
        String sql = "SELECT UNIX_TIMESTAMP(sent_at) FROM message WHERE sent_at IS NOT NULL ORDER BY sent_at";
        try (Statement select = table.database().createStatement();
                ResultSet row = select.executeQuery(sql)) {
            while (row.next()) {
                sent.add(Instant.ofEpochMilli((long) (row.getDouble(1) * 1000)));
            }
        }
        int from = (int) (sent.size() * EDGE);
        int to = (int) (sent.size() * (1 - EDGE)) - 1;
        if (to <= from) {
            return 0;
        }
        Duration took = Duration.between(sent.get(from), sent.get(to));
        return (to - from) * 1000.0 / Math.max(1, took.toMillis());
    }
}
