package dev.gridbell.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * B1. WeChat is away in five ways, one after the other (or in one, {@code way=}), while residents go on submitting at an even pace; the same
 * pace before tells what is usual.
 */
final class WechatAway implements Scenario {

    private static final List<String> WAYS = List.of("refuse", "black_hole", "reset", "502", "drip");
    private static final int RESIDENTS = 60;
    private static final int CLIENTS = 8;
    private static final Duration BACK_WITHIN = Duration.ofMinutes(5);
    private static final Duration MOST_GROWTH = Duration.ofMillis(20);

    @Override
    public String bar() {
        return "B1";
    }

    @Override
    public String title() {
        return "WeChat away";
    }

    @Override
    public Outcome play(Size size) throws Exception {
        int wanted = size.number("messages", 100, 3_000);
        Duration away = size.duration("away", Duration.ofSeconds(25), Duration.ofMinutes(10));
        List<String> ways = size.options().text("way", "").isEmpty()
                ? WAYS
                : List.of(size.options().text("way", "").toLowerCase(Locale.ROOT));
        int submits = wanted / 2;
        Duration pace = away.dividedBy(submits);
        try (Stage stage = Stage.open(Blueprint.of(2).wired(), size.options())) {
            Street street = Street.open(stage.installation(), RESIDENTS, RESIDENTS, 6);
            street.submit(Math.max(50, submits / 5));
            stage.messages().waitUntilSettled(Duration.ofMinutes(2));
            Latencies before = submitEvenly(street, Math.max(40, submits / 5), pace, () -> {});
            stage.messages().waitUntilSettled(Duration.ofMinutes(2));
            long already = stage.messages().all();
            Latencies during = submitEvenly(street, submits, pace, () -> breakInTurns(stage, ways, away));
            comeBack(stage);
            System.out.printf("  WeChat is back: %s%n", stage.messages().byStatus());
            Duration caughtUp = stage.messages().waitUntilSettled(BACK_WITHIN.plusMinutes(5));
            stage.ledger().readToTheEnd(Duration.ofSeconds(30));
            return outcome(
                    size, stage, already, before, during, caughtUp, String.join(", ", ways) + " over " + text(away));
        }
    }

    private static Outcome outcome(
            Size size, Stage stage, long already, Latencies before, Latencies during, Duration caughtUp, String what)
            throws Exception {
        MessageChecker.Findings found = MessageChecker.check(stage.messages(), stage.ledger());
        long due = stage.messages().all() - already;
        long notAccepted = stage.messages().notAccepted();
        Duration usual = before.percentile(0.95);
        Duration then = during.percentile(0.95);
        Duration growth = then.minus(usual);
        boolean held = caughtUp.compareTo(BACK_WITHIN) <= 0
                && notAccepted == 0
                && found.clean()
                && during.failed() == 0
                && size.inTime(growth, MOST_GROWTH);
        return new Outcome(
                held,
                String.format(
                        "%s, %d messages fell due; all ended %s after it was back, %d not accepted; submit p95 %d ms before, %d ms"
                                + " meanwhile (grew %d ms), %d of %d submits failed; %s",
                        what,
                        due,
                        text(caughtUp),
                        notAccepted,
                        usual.toMillis(),
                        then.toMillis(),
                        growth.toMillis(),
                        during.failed(),
                        during.count(),
                        found.line()));
    }

    /** Lets WeChat fail in each way for an equal share of the time; returns when all are played. */
    private static void breakInTurns(Stage stage, List<String> ways, Duration away) {
        Duration each = away.dividedBy(ways.size());
        try {
            for (String way : ways) {
                System.out.printf(
                        "  WeChat: %s for %s; %s%n",
                        way, text(each), stage.messages().byStatus());
                stage.sandbox().calm();
                if (way.equals("502")) {
                    stage.installation().wechatWire().mode(Wire.Mode.PASS);
                    stage.sandbox().fault("http502", SandboxControls.EVERYWHERE);
                } else {
                    stage.installation().wechatWire().mode(Wire.Mode.valueOf(way.toUpperCase(Locale.ROOT)));
                }
                TimeUnit.NANOSECONDS.sleep(each.toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void comeBack(Stage stage) throws Exception {
        stage.sandbox().calm();
        stage.installation().wechatWire().mode(Wire.Mode.PASS);
    }

    /** Submits at an even pace while something else goes on; both have ended when this returns. */
    private static Latencies submitEvenly(Street street, int count, Duration pace, Runnable meanwhile)
            throws InterruptedException {
        Latencies latencies = new Latencies();
        ScheduledExecutorService clients = Executors.newScheduledThreadPool(CLIENTS);
        AtomicInteger turn = new AtomicInteger();
        for (int i = 0; i < count; i++) {
            clients.schedule(() -> submitOnce(street, turn, latencies), pace.toNanos() * i, TimeUnit.NANOSECONDS);
        }
        meanwhile.run();
        clients.shutdown();
        if (!clients.awaitTermination(pace.multipliedBy(count).plusMinutes(2).toMillis(), TimeUnit.MILLISECONDS)) {
            clients.shutdownNow();
        }
        return latencies;
    }

    private static void submitOnce(Street street, AtomicInteger turn, Latencies latencies) {
        try {
            int mine = turn.getAndIncrement();
            long start = System.nanoTime();
            int status = street.submit(mine, street.resident(mine));
            latencies.add(System.nanoTime() - start, status == 201);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String text(Duration duration) {
        return duration.toMillis() < 10_000 ? duration.toMillis() + " ms" : duration.toSeconds() + " s";
    }
}
