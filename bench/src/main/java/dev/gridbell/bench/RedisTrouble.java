package dev.gridbell.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A5. Redis is killed and comes back, is emptied, paused and slow, one after the other, while residents submit, book, call off and sign in. */
final class RedisTrouble implements Scenario {

    private static final Duration BAR = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMillis(60);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int NEWCOMERS_FROM = 5_000;

    /** @param trouble calls answered with 5xx or not at all */
    private record Phase(String name, int calls, long trouble, Duration p95, Duration signIn) {

        String line() {
            return String.format(
                    "%s: %d calls, %d failed, p95 %d ms, sign-in at most %d ms",
                    name, calls, trouble, p95.toMillis(), signIn.toMillis());
        }
    }

    private final List<Phase> phases = new ArrayList<>();
    private int newcomers;

    @Override
    public String bar() {
        return "A5";
    }

    @Override
    public String title() {
        return "Redis killed, emptied, paused, slow";
    }

    @Override
    public Outcome play(Size size) throws Exception {
        int clients = size.number("clients", 4, 8);
        Duration each = size.duration("each", Duration.ofSeconds(3), Duration.ofSeconds(20));
        Duration paused = size.duration("paused", Duration.ofSeconds(5), Duration.ofSeconds(60));
        Duration late = size.duration("late", Duration.ofMillis(500), Duration.ofMillis(500));
        phases.clear();
        newcomers = 0;
        Blueprint plan = Blueprint.of(1)
                .wired()
                .with("gridbell.visit.capacity", "8")
                .with(size.options().startingWith("server."));
        Tries tries = new Tries();
        try (Installation installation = Installation.prepare(plan).startAll();
                Callers callers = Callers.start(installation, clients, tries, PAUSE, PATIENCE)) {
            var servers = installation.servers();
            phase(installation, tries, "usual", each);
            servers.killRedis();
            phase(installation, tries, "killed", each);
            servers.startRedis();
            phase(installation, tries, "back", each);
            empty(servers.redisUri());
            phase(installation, tries, "emptied", each);
            servers.pauseRedis();
            phase(installation, tries, "paused", paused);
            servers.resumeRedis();
            installation.redisWire().slow(late);
            phase(installation, tries, late.toMillis() + " ms late", each);
            installation.redisWire().mode(Wire.Mode.PASS);
            phase(installation, tries, "well again", each);
            callers.finish();
            try (Connection database = installation.connect()) {
                return outcome(size, installation, tries, Checker.check(callers.histories(), database));
            }
        }
    }

    private Outcome outcome(Size size, Installation installation, Tries tries, Checker.Findings found)
            throws IOException {
        long trouble = tries.all().trouble();
        Duration slowest =
                phases.stream().map(Phase::p95).max(Duration::compareTo).orElse(Duration.ZERO);
        boolean held = found.clean() && found.acknowledged() > 0 && trouble == 0 && size.inTime(slowest, BAR);
        if (held) {
            installation.removeFolder();
        }
        return new Outcome(
                held,
                String.format(
                        "%d calls, %d answered 5xx or not at all, slowest p95 of submissions and bookings %d ms; %s; %s",
                        tries.all().count(),
                        trouble,
                        slowest.toMillis(),
                        String.join("; ", phases.stream().map(Phase::line).toList()),
                        found.line()));
    }

    /** Lets time pass; somebody new signs in each second of it. Breaks off if they cannot. */
    private void phase(Installation installation, Tries tries, String name, Duration length) throws Exception {
        long from = System.nanoTime();
        Duration signIn = Duration.ZERO;
        while (System.nanoTime() - from < length.toNanos()) {
            long start = System.nanoTime();
            new Crowd(installation).signIn(NEWCOMERS_FROM + newcomers++, 1, Doors.ofGrids(1));
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            signIn = took.compareTo(signIn) > 0 ? took : signIn;
            TimeUnit.SECONDS.sleep(1);
        }
        Tries.View seen = tries.sentBetween(from, System.nanoTime());
        Tries.View writes = seen.only(one -> one.kind() == Tries.Kind.SUBMIT || one.kind() == Tries.Kind.BOOK);
        Phase phase = new Phase(name, seen.count(), seen.trouble(), writes.percentile(0.95), signIn);
        phases.add(phase);
        System.out.println("  " + phase.line());
    }

    private static void empty(String uri) throws IOException {
        URI redis = URI.create(uri);
        String password = redis.getUserInfo().substring(redis.getUserInfo().indexOf(':') + 1);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), redis.getPort())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream()
                    .write(("AUTH " + password + "\r\nFLUSHALL\r\nQUIT\r\n").getBytes(StandardCharsets.US_ASCII));
            List<String> answers = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .lines()
                    .toList();
            if (!answers.equals(List.of("+OK", "+OK", "+OK"))) {
                throw new IllegalStateException("Redis was not emptied: " + answers);
            }
        }
    }
}
