package dev.gridbell.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

/**
 * B3. WeChat says half-way that the day's calls are used up. What is left waits for midnight in Beijing; then (the row's times are set back and
 * the limit is raised, because nobody waits for midnight here) all of it goes out.
 */
final class QuotaUsedUp implements Scenario {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final int RESIDENTS = 40;
    /** Calls that may have been on their way when the first was refused, and one more look a node. */
    private static final int FEW = 40;

    @Override
    public String bar() {
        return "B3";
    }

    @Override
    public String title() {
        return "quota used up half-way";
    }

    @Override
    public Outcome play(Size size) throws Exception {
        int wanted = size.number("messages", 200, 2_000);
        try (Stage stage = Stage.open(Blueprint.of(2), size.options())) {
            Street street = Street.open(stage.installation(), RESIDENTS, RESIDENTS, 4);
            stage.sandbox().limit("templatePerDay", wanted / 2);
            street.submit(wanted / 2);
            waitUntilQuiet(stage.messages(), Duration.ofMinutes(5));
            Instant midnight = nextMidnight();
            long refused = refusals(stage);
            long parked = stage.messages().number("SELECT COUNT(*) FROM message WHERE status = 'QUEUED'");
            long elsewhere = stage.messages()
                    .number(
                            "SELECT COUNT(*) FROM message WHERE status = 'QUEUED' AND due_at <> ?",
                            LocalDateTime.ofInstant(midnight, ZoneOffset.UTC));
            TimeUnit.SECONDS.sleep(10);
            long further = refusals(stage) - refused;
            System.out.printf("  parked %d, refused %d, later %d%n", parked, refused, further);
            stage.sandbox().limit("templatePerDay", 100_000);
            long catchingUp = letMidnightCome(stage);
            stage.ledger().readToTheEnd(Duration.ofSeconds(30));
            MessageChecker.Findings found = MessageChecker.check(stage.messages(), stage.ledger());
            long notAccepted = stage.messages().all() - stage.messages().accepted();
            boolean held = parked > 0
                    && elsewhere == 0
                    && refused > 0
                    && refused <= FEW
                    && further == 0
                    && notAccepted == 0
                    && found.clean();
            return new Outcome(
                    held,
                    String.format(
                            "%d of %d messages parked, %d of them not until midnight in Beijing; %d calls refused with 45009, %d more in"
                                    + " the 10 s after; after midnight all ended in %d s, %d not accepted; %s",
                            parked, wanted, elsewhere, refused, further, catchingUp, notAccepted, found.line()));
        }
    }

    private static long refusals(Stage stage) throws Exception {
        return stage.counter("gridbell_wechat_refusals_total", "errcode=\"45009\"");
    }

    /** Nothing has changed for three seconds. */
    private static void waitUntilQuiet(MessageTable messages, Duration patience)
            throws SQLException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        String sum = "SELECT COALESCE(SUM(fence), 0) + COUNT(*) FROM message";
        long before = -1;
        long now = messages.number(sum);
        while (now != before && System.nanoTime() < end) {
            System.out.printf("  … %s%n", messages.byStatus());
            TimeUnit.SECONDS.sleep(3);
            before = now;
            now = messages.number(sum);
        }
    }

    /** As the clock would: what waits is due, and servers that were started today remember nothing of yesterday. @return seconds */
    private static long letMidnightCome(Stage stage) throws Exception {
        for (ServerNode node : stage.installation().nodes()) {
            node.kill();
        }
        stage.messages().run("UPDATE message SET due_at = UTC_TIMESTAMP(6) WHERE status = 'QUEUED'");
        if (stage.messages()
                        .number("SELECT COUNT(*) FROM information_schema.tables"
                                + " WHERE table_schema = DATABASE() AND table_name = 'message_parking'")
                > 0) {
            stage.messages().run("DELETE FROM message_parking");
        }
        stage.installation().startAll();
        return stage.messages().waitUntilSettled(Duration.ofMinutes(5)).toSeconds();
    }

    private static Instant nextMidnight() {
        return Instant.now()
                .atZone(BEIJING)
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(BEIJING)
                .toInstant();
    }
}
