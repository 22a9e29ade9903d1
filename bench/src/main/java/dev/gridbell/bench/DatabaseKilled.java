package dev.gridbell.bench;

import dev.gridbell.embedded.EmbeddedServers;
import java.sql.Connection;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * A3. {@code kill -9} of the database again and again under load, some times for longer; then it is stopped in its tracks for a while. The
 * server is not started again. At the end the checker is shown a planted loss, double and half-write.
 */
final class DatabaseKilled implements Scenario {

    private static final Duration PAUSE = Duration.ofMillis(40);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** Each so many kills the database stays away for longer than a pool is patient. */
    private static final int EACH_LONG = 5;

    @Override
    public String bar() {
        return "A3";
    }

    @Override
    public String title() {
        return "database killed and paused";
    }

    @Override
    public Outcome play(Size size) throws Exception {
        int kills = size.number("kills", 2, 20);
        int clients = size.number("clients", 6, 12);
        Duration longer = size.duration("away", Duration.ofSeconds(3), Duration.ofSeconds(12));
        Duration paused = size.duration("paused", Duration.ofSeconds(4), Duration.ofSeconds(20));
        Random random = new Random(size.options().number("seed", 1));
        Blueprint plan = Blueprint.of(1)
                .with("gridbell.visit.capacity", "8")
                .with(size.options().startingWith("server."));
        Tries tries = new Tries();
        Outages outages = new Outages(tries);
        try (Installation installation = Installation.prepare(plan).startAll();
                Callers callers = Callers.start(installation, clients, tries, PAUSE, PATIENCE)) {
            EmbeddedServers servers = installation.servers();
            for (int kill = 1; kill <= kills; kill++) {
                TimeUnit.MILLISECONDS.sleep(1_000 + random.nextInt(size.full() ? 6_000 : 1_000));
                Duration length =
                        kill % EACH_LONG == 0 || kill == kills ? longer : Duration.ofMillis(random.nextInt(1_500));
                outages.play("kill " + kill + " of " + kills, servers::killDatabase, length, servers::startDatabase);
            }
            TimeUnit.SECONDS.sleep(2);
            Duration afterPause = outages.play("paused", servers::pauseDatabase, paused, servers::resumeDatabase);
            TimeUnit.SECONDS.sleep(Outages.NORMAL_WITHIN.toSeconds() + 2);
            callers.finish();
            try (Connection database = installation.connect()) {
                Checker.Findings found = Checker.check(callers.histories(), database);
                boolean planted = new CheckerPlants(database, callers.histories()).allCaught(found);
                boolean held = found.clean()
                        && found.acknowledged() > 0
                        && planted
                        && outages.alwaysCameBack()
                        && outages.strays() == 0
                        && size.inTime(outages.slowest(), Outages.NORMAL_WITHIN);
                if (held) {
                    installation.removeFolder();
                }
                return new Outcome(
                        held,
                        String.format(
                                "%d kills and a pause of %d s, %d clients: %s; first write at most %d ms after the database took connections"
                                        + " again (%d ms after the pause), %d of %d calls failed, %d of them while it was not away (answers by"
                                        + " status %s); planted loss, double and half-writes %s",
                                kills,
                                paused.toSeconds(),
                                clients,
                                found.line(),
                                outages.slowest().toMillis(),
                                afterPause.toMillis(),
                                tries.all().trouble(),
                                tries.all().count(),
                                outages.strays(),
                                tries.all().statuses(),
                                planted ? "caught" : "MISSED"));
            }
        }
    }
}
