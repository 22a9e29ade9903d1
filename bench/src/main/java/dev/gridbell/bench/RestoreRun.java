package dev.gridbell.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A backup of an installation under load with {@code ops/backup}, the end of that installation a while later, and {@code ops/restore} into an empty place: is
 * everything there that was acknowledged before the backup began, and is nobody told anything twice?
 */
final class RestoreRun {

    private static final int GRIDS = 4;
    private static final int CONSENTS = 12;
    /** Deadlines that pass between backup and end: the former server moved them up and said so. */
    private static final int FALL_DUE = 8;

    private final Options options;
    private final int clients;
    private final int residents;
    private final Duration before;
    private final Duration after;

    RestoreRun(Options options) {
        this.options = options;
        this.clients = options.number("clients", 8);
        this.residents = options.number("residents", 32);
        this.before = options.duration("before", Duration.ofSeconds(20));
        this.after = options.duration("after", Duration.ofSeconds(10));
    }

    boolean run() throws Exception {
        Map<String, String> more = Map.of("gridbell.visit.capacity", "8", "gridbell.request.timer-every", "2s");
        Blueprint plan = Blueprint.of(1).with(more).parallelism(4).with(options.startingWith("server."));
        try (Stage stage = Stage.open(plan, options)) {
            Installation installation = stage.installation();
            List<String> command = installation.commandInPlace(plan.settings());
            Street street = Street.open(installation, residents, residents * 2 / 3, GRIDS);
            street.bindPhones();
            giveConsents(street);
            try (RestoreLoad load = new RestoreLoad(
                            street, installation.base(), installation.home().resolve("histories"), clients)
                    .start()) {
                Path backup = backUp(stage, load);
                Former former = Former.end(stage, load, after);
                return restore(stage, street, load, new Restored(backup, former, command));
            }
        }
    }

    /** @param command that started the former server */
    private record Restored(Path backup, Former former, List<String> command) {}

    private void giveConsents(Street street) throws Exception {
        int from = residents * 2 / 3;
        Street.inParallel(residents - from, i -> {
            street.consent(street.resident(from + i), Street.RECEIVED, CONSENTS);
            return true;
        });
    }

    /** While messages wait in the queue and calls are on their way. */
    private Path backUp(Stage stage, RestoreLoad load) throws Exception {
        stage.sandbox().fault("latency", SandboxControls.TEMPLATE, "millis", 400);
        stage.sandbox().fault("latency", SandboxControls.SUBSCRIBE, "millis", 400);
        TimeUnit.NANOSECONDS.sleep(before.toNanos());
        load.turn();
        fallDueSoon(stage, load);
        long waiting = stage.messages().moving();
        Path backup = stage.installation().home().resolve("backup");
        BackupScripts scripts = new BackupScripts(stage.installation().home());
        long start = System.nanoTime();
        BackupScripts.Ran ran = scripts.backup(
                stage.installation().servers(), stage.installation().home().resolve("server"), backup);
        System.out.printf(
                "backup under load, %d acknowledged before and %d since, %d messages under way: exit %d after %.1f s: %s%n",
                load.before().size() + load.visitsBefore().acknowledged(),
                load.after(),
                waiting,
                ran.exit(),
                (System.nanoTime() - start) / 1e9,
                ran.output());
        if (ran.exit() != 0 || waiting == 0) {
            throw new IllegalStateException("no backup, or nothing was under way");
        }
        stage.sandbox().calm();
        return backup;
    }

    private static void fallDueSoon(Stage stage, RestoreLoad load) throws SQLException {
        String at = LocalDateTime.ofInstant(Instant.now().plusSeconds(12), ZoneOffset.UTC)
                .toString();
        for (RestoreLoad.Told told : load.before().subList(0, FALL_DUE)) {
            stage.messages().run("UPDATE request SET due_at = ?, escalates_at = ? WHERE id = ?", at, at, told.id());
        }
    }

    private boolean restore(Stage stage, Street street, RestoreLoad load, Restored what) throws Exception {
        Installation origin = stage.installation();
        BackupScripts scripts = new BackupScripts(origin.home());
        try (RestoredPlace place = new RestoredPlace(origin, "restored", what.command())) {
            boolean refused = refusesDamaged(scripts, place, what.backup());
            long start = System.nanoTime();
            BackupScripts.Ran ran = scripts.restore(place.servers(), place.home(), what.backup());
            System.out.printf(
                    "restore into an empty place: exit %d after %.1f s: %s%n",
                    ran.exit(), (System.nanoTime() - start) / 1e9, ran.output());
            boolean twice = scripts.restore(place.servers(), place.home(), what.backup())
                            .exit()
                    == 0;
            BackupScripts.Ran plain = place.server();
            boolean waits = plain.exit() > 0 && plain.output().contains("--restored");
            System.out.printf("a server without --restored: exit %d, %s%n", plain.exit(), waits ? "says why" : "??");
            BackupScripts.Ran command = place.server("--restored");
            command.output()
                    .lines()
                    .filter(line -> line.matches("^[^0-9{].*[\\u4e00-\\u9fff].*"))
                    .forEach(System.out::println);
            if (ran.exit() != 0 || command.exit() != 0) {
                System.out.println("--restored: exit " + command.exit() + ", log in "
                        + place.home().getParent());
                return false;
            }
            System.out.printf(
                    "the server is ready after %.1f s%n", place.node().start().toMillis() / 1e3);
            boolean whole = new RestoreChecks(stage, street, load, place).wholeAndOnce(what.former());
            place.node().close();
            boolean planted = options.text("plant", "yes").equals("no") || caughtWithoutRule(stage, what);
            boolean held = refused && !twice && waits && whole && planted;
            System.out.println("restore: " + (held ? "PASS" : "FAIL"));
            return held;
        }
    }

    private static boolean refusesDamaged(BackupScripts scripts, RestoredPlace place, Path backup)
            throws IOException, InterruptedException, SQLException {
        List<Path> damaged = scripts.damaged(backup);
        int recognised = 0;
        for (Path copy : damaged) {
            BackupScripts.Ran ran = scripts.restore(place.servers(), place.home(), copy);
            recognised += ran.exit() == 3 ? 1 : 0;
        }
        long tables = place.tables();
        boolean whole = scripts.check(place.servers(), place.home(), backup).exit() == 0;
        System.out.printf(
                "damaged backups: %d of %d recognised, %d tables loaded from them; the whole one is called %s%n",
                recognised, damaged.size(), tables, whole ? "whole" : "damaged");
        return recognised == damaged.size() && tables == 0 && whole;
    }

    /** The same backup as if nobody had said that it is one: else nothing would be shown by finding no double. */
    private boolean caughtWithoutRule(Stage stage, Restored what) throws Exception {
        BackupScripts scripts = new BackupScripts(stage.installation().home());
        try (RestoredPlace place = new RestoredPlace(stage.installation(), "without-rule", what.command())) {
            scripts.restore(place.servers(), place.home(), what.backup());
            try (MessageTable messages = new MessageTable(place.connect())) {
                messages.run("DELETE FROM platform_restored");
                long end = stage.ledger()
                        .readToTheEnd(Duration.ofSeconds(30))
                        .sends()
                        .size();
                place.node().start();
                messages.waitUntilSettled(Duration.ofMinutes(3));
                List<Ledger.Send> all =
                        stage.ledger().readToTheEnd(Duration.ofSeconds(30)).sends();
                long again = what.former().saidAgain(all.subList((int) end, all.size()));
                System.out.printf(
                        "the same without --restored: %d messages said a second time: %s%n",
                        again, again > 0 ? "caught" : "NOT caught");
                return again > 0;
            }
        }
    }
}
