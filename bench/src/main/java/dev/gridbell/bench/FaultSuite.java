package dev.gridbell.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Bad days of WeChat, database, Redis, network, disk and a node, one after the other, each on an installation of its own; one line each at the end. */
final class FaultSuite {

    private static final List<Scenario> ALL = List.of(
            new WechatAway(),
            new AnswersLost(),
            new QuotaUsedUp(),
            new TokenRevoked(),
            new LastingErrors(),
            new ExpiryAndOrder(),
            new SharedWork(),
            new ForgedCallbacks(),
            new ReplayedCallback(),
            new SlowDatabase(),
            new DatabaseAway(),
            new DatabaseKilled(),
            new RedisTrouble(),
            new Overload(),
            new ZombieNode(),
            new SlowNetwork(),
            new SlowClients(),
            new PhotoDiskFull(),
            new DatabaseDiskFull());

    private final Options options;

    FaultSuite(Options options) {
        this.options = options;
    }

    boolean run() {
        Scenario.Size size = new Scenario.Size(options.text("size", "smoke").equals("full"), options);
        Set<String> only =
                Set.of(options.text("only", "").toUpperCase(Locale.ROOT).split(","));
        List<String> lines = new ArrayList<>();
        boolean held = true;
        for (Scenario scenario : ALL) {
            if (only.contains("") || only.contains(scenario.bar())) {
                long start = System.nanoTime();
                System.out.printf("%s %s …%n", scenario.bar(), scenario.title());
                Scenario.Outcome outcome = play(scenario, size);
                held &= outcome.held();
                lines.add(String.format(
                        "%s %s (%s, %d s): %s: %s",
                        scenario.bar(),
                        scenario.title(),
                        size.full() ? "full" : "smoke",
                        TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start),
                        outcome.figure(),
                        outcome.verdict()));
                System.out.println(lines.get(lines.size() - 1));
            }
        }
        System.out.println();
        lines.forEach(System.out::println);
        return held && !lines.isEmpty();
    }

    /** What breaks off counts as failed: a run that cannot be checked shows nothing. */
    private static Scenario.Outcome play(Scenario scenario, Scenario.Size size) {
        try {
            return scenario.play(size);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Scenario.Outcome(false, "interrupted");
        } catch (Exception e) {
            e.printStackTrace();
            return new Scenario.Outcome(false, "broke off: " + e);
        }
    }
}
