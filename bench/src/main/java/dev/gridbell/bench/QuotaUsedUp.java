package dev.gridbell.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

/**
 * B3. The day's calls run out half-way: first by the servers' own count, which keeps a share for what is urgent, then by WeChat's word (45009).
 * What is left waits for midnight in Beijing; then (the rows' times are set back and the limit is raised, because nobody waits for midnight
 * here) all of it goes out.
 */
final class QuotaUsedUp implements Scenario {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final int RESIDENTS = 40;
    /** Calls that may have been on their way when the first was refused, and one more look a node. */
    private static final int FEW = 40;
    /** Visits, with two messages each. */
    private static final int URGENT = 5;

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
        int quota = wanted * 7 / 10;
        Blueprint plan = Blueprint.of(2).with("gridbell.message.channel.quota.template-per-day", quota);
        try (Stage stage = Stage.open(plan, size.options())) {
            Street street = Street.open(stage.installation(), RESIDENTS, RESIDENTS, 4);
            stage.sandbox().limit("templatePerDay", quota);
            street.submit(wanted / 2);
            waitUntilQuiet(stage.messages(), Duration.ofMinutes(5));
            String urgent = tellUrgently(stage, new Lives(street), 0);
            String[] counts = urgent.split(" of ");
            boolean urgentTold = counts[0].equals(counts[1]) && !counts[0].equals("0");
            stage.sandbox().limit("templatePerDay", 0);
            tellUrgently(stage, new Lives(street), URGENT);
            return afterMidnight(stage, wanted, quota, urgent, urgentTold);
        }
    }

    /** Books and confirms visits. @return how many of the messages about them were taken */
    private static String tellUrgently(Stage stage, Lives lives, int from) throws Exception {
        long before = stage.messages().number("SELECT COALESCE(MAX(id), 0) FROM message");
        for (int i = 0; i < URGENT; i++) {
            if (!lives.confirmOne(from + i)) {
                throw new IllegalStateException("a visit could not be booked and confirmed");
            }
        }
        waitUntilQuiet(stage.messages(), Duration.ofMinutes(2));
        String since = "SELECT COUNT(*) FROM message WHERE id > ? AND urgent AND status ";
        return stage.messages().number(since + "IN ('SENT', 'DELIVERED')", before) + " of "
                + stage.messages().number(since + "<> 'SUPERSEDED'", before);
    }

    private static Outcome afterMidnight(Stage stage, int wanted, int quota, String urgent, boolean urgentTold)
            throws Exception {
        long refused = refusals(stage);
        long parked = stage.messages().number("SELECT COUNT(*) FROM message WHERE " + MessageTable.OPEN);
        long elsewhere = stage.messages()
                .number(
                        "SELECT COUNT(*) FROM message WHERE status = 'QUEUED' AND attempts + fence > 0 AND due_at < ?",
                        LocalDateTime.ofInstant(nextMidnight(), ZoneOffset.UTC));
        TimeUnit.SECONDS.sleep(10);
        long further = refusals(stage) - refused;
        stage.sandbox().limit("templatePerDay", 100_000);
        long catchingUp = letMidnightCome(stage);
        stage.ledger().readToTheEnd(Duration.ofSeconds(30));
        MessageChecker.Findings found = MessageChecker.check(stage.messages(), stage.ledger());
        long notAccepted = stage.messages().notAccepted();
        boolean held = parked > 0
                && elsewhere == 0
                && urgentTold
                && refused > 0
                && refused <= FEW
                && further == 0
                && notAccepted == 0
                && found.clean();
        return new Outcome(
                held,
                String.format(
                        "%d messages for a quota of %d: %d parked, %d of them not until midnight in Beijing; %s urgent ones taken from the"
                                + " share kept for them; %d calls refused with 45009, %d more in the 10 s after; after midnight all ended"
                                + " in %d s, %d not accepted; %s",
                        wanted,
                        quota,
                        parked,
                        elsewhere,
                        urgent,
                        refused,
                        further,
                        catchingUp,
                        notAccepted,
                        found.line()));
    }

    private static long refusals(Stage stage) throws Exception {
        return stage.counter("gridbell_wechat_refusals_total", "errcode=\"45009\"");
    }

    /** Nothing is on its way and nothing that is due could go: what is left waits for a later time, or behind something that does. */
    private static void waitUntilQuiet(MessageTable messages, Duration patience)
            throws SQLException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        for (int quiet = 0; quiet < 3 && System.nanoTime() < end; ) {
            System.out.printf("  … %s%n", messages.byStatus());
            TimeUnit.SECONDS.sleep(2);
            quiet = messages.moving() == 0 ? quiet + 1 : 0;
        }
    }

    /** As the clock would: what waits is due, and servers that were started today remember nothing of yesterday. @return seconds */
    private static long letMidnightCome(Stage stage) throws Exception {
        for (ServerNode node : stage.installation().nodes()) {
            node.kill();
        }
        stage.messages().run("UPDATE message SET due_at = UTC_TIMESTAMP(6) WHERE fence > 0 AND status = 'QUEUED'");
        if (stage.messages()
                        .number("SELECT COUNT(*) FROM information_schema.tables"
                                + " WHERE table_schema = DATABASE() AND table_name = 'message_channel'")
                > 0) {
            stage.messages().run("UPDATE message_channel SET quota_day = '2000-01-01', taken = 0, used_up = NULL");
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
