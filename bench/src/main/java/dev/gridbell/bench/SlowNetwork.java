package dev.gridbell.bench;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * NET. The network to each of database, Redis and WeChat is late, drips, cuts connections, swallows what is sent or what is answered, one after the other,
 * while residents submit, list, book and call off.
 */
final class SlowNetwork implements Scenario {

    /** The database's answer is awaited for 30 s, a connection for 3 s; after that a call is told no. */
    private static final Duration LIMIT = Duration.ofSeconds(36);

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(60);
    private static final Duration BAR = Duration.ofSeconds(1);

    private enum Dependency {
        DATABASE,
        REDIS,
        WECHAT;

        Wire wire(Installation installation) {
            return switch (this) {
                case DATABASE -> installation.databaseWire();
                case REDIS -> installation.redisWire();
                case WECHAT -> installation.wechatWire();
            };
        }
    }

    /** @param late of {@link Wire.Mode#SLOW} */
    private record Trouble(Dependency of, Wire.Mode mode, Duration late, Duration length) {

        String name() {
            return of + " " + (mode == Wire.Mode.SLOW ? late.toMillis() + " ms late" : mode.toString());
        }

        /** Calls cannot be answered well meanwhile. */
        boolean stops() {
            return of == Dependency.DATABASE && mode != Wire.Mode.SLOW;
        }
    }

    @Override
    public String bar() {
        return "NET";
    }

    @Override
    public String title() {
        return "slow network to each dependency";
    }

    @Override
    public Outcome play(Size size) throws Exception {
        int clients = size.number("clients", 4, 6);
        Blueprint plan = Blueprint.of(1)
                .wired()
                .with("gridbell.visit.capacity", "8")
                .with(size.options().startingWith("server."));
        Tries tries = new Tries();
        List<String> lines = new ArrayList<>();
        boolean held = true;
        try (Installation installation = Installation.prepare(plan).startAll();
                Callers callers = Callers.start(installation, clients, tries, PAUSE, PATIENCE)) {
            TimeUnit.SECONDS.sleep(size.full() ? 10 : 2);
            for (Trouble trouble : troubles(size)) {
                held &= play(size, installation, tries, trouble, lines);
            }
            callers.finish();
            Tries.View all = tries.all();
            long strange = all.only(SlowNetwork::strange).count();
            held &= strange == 0 && all.longest().compareTo(LIMIT) <= 0;
            try (Connection database = installation.connect()) {
                Checker.Findings found = Checker.check(callers.histories(), database);
                held &= found.clean() && found.acknowledged() > 0;
                if (held) {
                    installation.removeFolder();
                }
                return new Outcome(
                        held,
                        String.format(
                                "%d clients, %d calls, %d of them answered otherwise than they may be: %s; %s",
                                clients, all.count(), strange, String.join("; ", lines), found.line()));
            }
        }
    }

    private static boolean play(Size size, Installation installation, Tries tries, Trouble trouble, List<String> lines)
            throws Exception {
        Wire wire = trouble.of().wire(installation);
        long from = System.nanoTime();
        if (trouble.mode() == Wire.Mode.SLOW) {
            wire.slow(trouble.late());
        } else {
            wire.mode(trouble.mode());
        }
        TimeUnit.NANOSECONDS.sleep(trouble.length().toNanos());
        wire.mode(Wire.Mode.PASS);
        long well = System.nanoTime();
        Optional<Duration> normal = tries.awaitGoodWriteAfter(well, PATIENCE);
        TimeUnit.SECONDS.sleep(size.full() ? 2 * Outages.NORMAL_WITHIN.toSeconds() : 1);
        Tries.View seen = tries.all().only(one -> one.ended() - from >= 0 && one.sent() - well < 0);
        Tries.View lists = seen.only(one -> one.kind() == Tries.Kind.LIST);
        Tries.View submits = seen.only(one -> one.kind() == Tries.Kind.SUBMIT);
        Tries.View after = tries.sentBetween(well + Outages.NORMAL_WITHIN.toNanos(), System.nanoTime());
        boolean held = normal.isPresent()
                && size.inTime(normal.get(), Outages.NORMAL_WITHIN)
                && after.trouble() == 0
                && (!trouble.stops() || seen.trouble() > 0)
                && seen.only(SlowNetwork::strange).count() == 0
                && seen.longest().compareTo(LIMIT) <= 0
                && (trouble.stops() || seen.trouble() == 0)
                && (trouble.of() == Dependency.DATABASE || size.inTime(submits.percentile(0.95), BAR));
        lines.add(String.format(
                "%s for %d s: submit p95 %d ms, list p95 %d ms, longest call %d ms, answers by status %s, first write %d ms after%s",
                trouble.name(),
                trouble.length().toSeconds(),
                submits.percentile(0.95).toMillis(),
                lists.percentile(0.95).toMillis(),
                seen.longest().toMillis(),
                seen.statuses(),
                normal.map(Duration::toMillis).orElse(-1L),
                held ? "" : " (FAIL)"));
        System.out.println("  " + lines.get(lines.size() - 1));
        return held;
    }

    /** No answer, or one that no trouble of the network allows. */
    private static boolean strange(Tries.Try one) {
        return one.status() == 0 || one.status() >= 500 && one.status() != 503;
    }

    private static List<Trouble> troubles(Size size) {
        Duration each = size.duration("each", Duration.ofSeconds(2), Duration.ofSeconds(10));
        Duration longer = size.duration("longer", Duration.ofSeconds(2), Duration.ofSeconds(45));
        Set<Wire.Mode> swallowing = Set.of(Wire.Mode.BLACK_HOLE, Wire.Mode.DEAF);
        List<Trouble> all = new ArrayList<>();
        for (Dependency dependency : Dependency.values()) {
            if (size.full()) {
                all.add(new Trouble(dependency, Wire.Mode.SLOW, Duration.ofMillis(50), each));
                all.add(new Trouble(dependency, Wire.Mode.DRIP, Duration.ZERO, each));
                all.add(new Trouble(dependency, Wire.Mode.DEAF, Duration.ZERO, each));
            }
            if (size.full() || dependency == Dependency.DATABASE) {
                all.add(new Trouble(dependency, Wire.Mode.SLOW, Duration.ofMillis(200), each));
                all.add(new Trouble(dependency, Wire.Mode.RESET, Duration.ZERO, each));
            }
            all.add(new Trouble(dependency, Wire.Mode.BLACK_HOLE, Duration.ZERO, each));
        }
        return all.stream()
                .map(one -> one.of() == Dependency.DATABASE && swallowing.contains(one.mode())
                        ? new Trouble(one.of(), one.mode(), one.late(), longer)
                        : one)
                .toList();
    }
}
