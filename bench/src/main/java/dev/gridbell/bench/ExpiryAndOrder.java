package dev.gridbell.bench;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * B6. Thousands of requests and visits whose news overtake each other while WeChat answers late or not at all and some messages run out of
 * time: what phones showed, read in order.
 */
final class ExpiryAndOrder implements Scenario {

    private static final int RESIDENTS = 60;
    private static final int GRIDS = 6;
    private static final double VISITS = 0.7;
    private static final int SAY_EVERY = 500;
    /** Between a look at the clock and the ledger's line. */
    private static final Duration LEEWAY = Duration.ofSeconds(1);

    @Override
    public String bar() {
        return "B6";
    }

    @Override
    public String title() {
        return "expiry and order";
    }

    @Override
    public Outcome play(Size size) throws Exception {
        int histories = size.number("histories", 150, 10_000);
        int seed = size.options().number("seed", 1);
        Blueprint plan = Blueprint.of(2).ledger(1_000_000).with("gridbell.visit.capacity", "8");
        try (Stage stage = Stage.open(plan, size.options())) {
            Street street = Street.open(stage.installation(), RESIDENTS, RESIDENTS, GRIDS);
            Lives lives = new Lives(street);
            AtomicInteger cutShort = new AtomicInteger();
            ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
            try (Weather weather = Weather.over(stage.sandbox(), seed)) {
                clock.scheduleWithFixedDelay(() -> cutShort(stage, cutShort), 300, 300, TimeUnit.MILLISECONDS);
                Street.inParallel(histories, i -> {
                    lives.playOne(new Random(31L * seed + i), i, VISITS);
                    if ((i + 1) % SAY_EVERY == 0) {
                        System.out.printf("  … %d of %d histories%n", i + 1, histories);
                    }
                    return i;
                });
                System.out.printf("  the weather changed %d times%n", weather.changes());
            } finally {
                clock.shutdownNow();
                clock.awaitTermination(10, TimeUnit.SECONDS);
            }
            stage.messages().waitUntilSettled(Duration.ofMinutes(14));
            stage.ledger().readToTheEnd(Duration.ofSeconds(60));
            return outcome(stage, lives, cutShort.get());
        }
    }

    private static Outcome outcome(Stage stage, Lives lives, int cutShort) throws SQLException {
        MessageChecker.Findings found = MessageChecker.check(stage.messages(), stage.ledger());
        long late = late(stage);
        long outOfOrder = outOfOrder(stage.ledger());
        Map<String, Long> statuses = stage.messages().byStatus();
        return new Outcome(
                late == 0 && outOfOrder == 0 && found.clean() && cutShort > 0,
                String.format(
                        "%d histories; %d messages cut short, %d sent after their time; %d said after the cancellation; ends %s; %s",
                        lives.acknowledged(), cutShort, late, outOfOrder, statuses, found.line()));
    }

    /** The time of some that wait is over from now on. */
    private static void cutShort(Stage stage, AtomicInteger count) {
        try (MessageTable own = new MessageTable(stage.installation())) {
            count.addAndGet(own.run("UPDATE message SET expires_at = UTC_TIMESTAMP(6)"
                    + " WHERE status = 'QUEUED' AND MOD(id, 5) = 0 AND expires_at > UTC_TIMESTAMP(6)"));
        } catch (SQLException busy) {
            // the next look is not far
        }
    }

    /** Shown to somebody after the message's time. */
    private static long late(Stage stage) throws SQLException {
        Map<Long, Instant> expiry = new HashMap<>();
        String sql = "SELECT id, UNIX_TIMESTAMP(expires_at) FROM message";
        try (Statement select = stage.messages().database().createStatement();
                ResultSet row = select.executeQuery(sql)) {
            while (row.next()) {
                expiry.put(row.getLong(1), Instant.ofEpochMilli((long) (row.getDouble(2) * 1000)));
            }
        }
        return stage.ledger().sends().stream()
                .filter(Ledger.Send::shown)
                .filter(send -> send.at().minus(LEEWAY).isAfter(expiry.getOrDefault(send.messageId(), Instant.MAX)))
                .count();
    }

    /** Confirmed, proposed or asked for again on a phone that had already shown that the same visit is off. */
    private static long outOfOrder(Ledger ledger) {
        Set<String> off = new HashSet<>();
        long count = 0;
        for (Ledger.Send send : ledger.sends()) {
            String visit = send.person() + " " + send.number();
            if (send.shown() && send.templateId().contains("VISIT-")) {
                boolean over = send.templateId().contains("VISIT-CANCELLED")
                        || send.templateId().contains("VISIT-DECLINED");
                count += !over && off.contains(visit) ? 1 : 0;
                if (over) {
                    off.add(visit);
                }
            }
        }
        return count;
    }
}
