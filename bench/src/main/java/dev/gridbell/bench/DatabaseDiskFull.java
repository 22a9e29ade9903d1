package dev.gridbell.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * DISK-DB. The disk of the database is full: calls end in time with a no, and writes work again when there is room, without starting the server again.
 * MariaDB itself may end of a full disk; then it is started again, as a service manager would.
 */
final class DatabaseDiskFull implements Scenario {

    private static final int MEGABYTES = 320;
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration LIMIT = Duration.ofSeconds(36);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration FILLED_WITHIN = Duration.ofSeconds(90);

    @Override
    public String bar() {
        return "DISK-DB";
    }

    @Override
    public String title() {
        return "disk full of the database";
    }

    @Override
    public Outcome play(Size size) throws Exception {
        int clients = size.number("clients", 6, 10);
        Duration full = size.duration("full", Duration.ofSeconds(5), Duration.ofSeconds(45));
        if (!TinyDisk.canBeMade()) {
            return Outcome.notShown(TinyDisk.NEEDS);
        }
        Path home = Installation.newHome();
        Tries tries = new Tries();
        try (TinyDisk disk = TinyDisk.at(home.resolve("mariadb"), MEGABYTES);
                Installation installation = Installation.prepare(
                                home,
                                Blueprint.of(1)
                                        .with("gridbell.visit.capacity", "8")
                                        .with(size.options().startingWith("server.")))
                        .startAll();
                Callers callers = Callers.start(installation, clients, tries, PAUSE, PATIENCE)) {
            TimeUnit.SECONDS.sleep(2);
            Outages outages = new Outages(tries);
            AtomicBoolean died = new AtomicBoolean();
            Duration normal = outages.play("full", () -> fill(disk, tries), full, () -> {
                disk.makeRoom();
                died.set(!answers(installation));
                // As a service manager does.
                installation.servers().startDatabase();
            });
            TimeUnit.SECONDS.sleep(Outages.NORMAL_WITHIN.toSeconds() + 1);
            callers.finish();
            try (Connection database = installation.connect()) {
                return outcome(size, tries, outages, normal, died.get(), Checker.check(callers.histories(), database));
            }
        }
    }

    private static Outcome outcome(
            Size size, Tries tries, Outages outages, Duration normal, boolean died, Checker.Findings found) {
        long refused = tries.all().only(one -> one.status() == 503).count();
        boolean held = found.clean()
                && refused > 0
                && tries.all().trouble() == refused
                && tries.all().longest().compareTo(LIMIT) <= 0
                && outages.alwaysCameBack()
                && outages.strays() == 0
                && size.inTime(normal, Outages.NORMAL_WITHIN);
        return new Outcome(
                held,
                String.format(
                        "%d calls, answers by status %s, the longest took %d ms; %sfirst write %d ms after there was room, %d calls in trouble while"
                                + " there was room; %s",
                        tries.all().count(),
                        tries.all().statuses(),
                        tries.all().longest().toMillis(),
                        died ? "MariaDB itself ended of it and was started again; " : "MariaDB stayed; ",
                        normal.toMillis(),
                        outages.strays(),
                        found.line()));
    }

    private static boolean answers(Installation installation) {
        try (Connection database = installation.connect()) {
            return database.isValid(2);
        } catch (SQLException away) {
            return false;
        }
    }

    /** Fills it and waits until somebody is told no because of it. */
    private static void fill(TinyDisk disk, Tries tries) throws IOException, InterruptedException {
        long before = tries.all().trouble();
        long start = System.nanoTime();
        while (tries.all().trouble() == before && System.nanoTime() - start < FILLED_WITHIN.toNanos()) {
            if (disk.free() > 0) {
                disk.fill(0);
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        System.out.printf("  the disk was felt to be full after %.1f s%n", (System.nanoTime() - start) / 1e9);
    }
}
