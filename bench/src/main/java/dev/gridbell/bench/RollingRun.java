package dev.gridbell.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Two servers behind nginx are restarted in turns, gracefully, while residents go on: behind nginx nobody may notice. */
final class RollingRun {

    /** Of one grid, so that they want the same member's time. */
    private static final String GRID = "HL-01-01";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN = Duration.ofSeconds(3);

    private final int restarts;
    private final int clients;
    private final Duration pause;
    private final Duration notice;

    RollingRun(Options options) {
        this.restarts = options.number("restarts", 10);
        this.clients = options.number("clients", 12);
        this.pause = options.duration("pause", Duration.ofMillis(100));
        this.notice = options.duration("notice", Duration.ofSeconds(3));
    }

    boolean run() throws Exception {
        Path program = Nginx.program();
        Blueprint plan = Blueprint.of(2).with("gridbell.leaving.notice", notice.toMillis() + "ms");
        try (Installation installation = Installation.prepare(plan).startAll();
                Nginx nginx = Nginx.start(program, installation.home().resolve("nginx"), installation.nodes())) {
            System.out.printf("two servers are ready behind nginx (%s)%n", program);
            List<Crowd.Member> crowd = new Crowd(installation).signIn(clients, Doors.ofGrid(GRID));
            Traffic traffic =
                    new Traffic(nginx.base(), crowd, installation.home().resolve("histories"), pause);
            traffic.start();
            Times times = restart(installation.nodes(), traffic);
            TimeUnit.NANOSECONDS.sleep(BETWEEN.toNanos());
            traffic.stop();
            return judge(installation, traffic, times);
        }
    }

    /** The longest of each. */
    private record Times(Duration stop, Duration start) {

        Times with(Duration stopped, Duration started) {
            return new Times(
                    stopped.compareTo(stop) > 0 ? stopped : stop, started.compareTo(start) > 0 ? started : start);
        }
    }

    private Times restart(List<ServerNode> nodes, Traffic traffic) throws IOException, InterruptedException {
        Times longest = new Times(Duration.ZERO, Duration.ZERO);
        for (int restart = 1; restart <= restarts; restart++) {
            TimeUnit.NANOSECONDS.sleep(BETWEEN.toNanos());
            ServerNode node = nodes.get(restart % nodes.size());
            long asked = System.nanoTime();
            node.stop(PATIENCE);
            Duration stopped = Duration.ofNanos(System.nanoTime() - asked);
            Duration started = node.start();
            longest = longest.with(stopped, started);
            System.out.printf(
                    "restart %d of %d: gone after %.1f s, ready after %.1f s; %d calls answered, %d failed%n",
                    restart,
                    restarts,
                    seconds(stopped),
                    seconds(started),
                    traffic.latencies().count(),
                    traffic.failures().size());
        }
        return longest;
    }

    private boolean judge(Installation installation, Traffic traffic, Times times) throws Exception {
        Map<String, Integer> kinds = new TreeMap<>();
        traffic.failures().forEach(failure -> kinds.merge(failure.what(), 1, Integer::sum));
        kinds.forEach((what, count) -> System.out.printf("failed %d times: %s%n", count, what));
        long again = traffic.failures().stream().filter(Traffic.Failure::again).count();
        try (var database = installation.connect()) {
            Checker.Findings requests = Checker.check(traffic.requests(), database);
            BookingChecker.Findings visits = BookingChecker.check(traffic.visits(), database);
            long standing = traffic.calledOffAndStanding(database);
            boolean held = again == 0
                    && requests.clean()
                    && visits.clean()
                    && standing == 0
                    && requests.acknowledged() > 0
                    && traffic.calledOff() > 0;
            Latencies calls = traffic.latencies();
            System.out.printf(
                    "%d rolling restarts behind nginx, %d calls answered (p99 %d ms, longest %.1f s): %d that may be repeated failed, %d others;"
                            + " %d requests acknowledged: %d lost, %d double, %d unexpected, %d half-written; %s; %d called off, %d of them stand;"
                            + " longest stop %.1f s, longest start %.1f s: %s%n",
                    restarts,
                    calls.count(),
                    calls.percentile(0.99).toMillis(),
                    seconds(calls.percentile(1)),
                    again,
                    traffic.failures().size() - again,
                    requests.acknowledged(),
                    requests.lost(),
                    requests.doubled(),
                    requests.unexpected(),
                    requests.halfWritten(),
                    visits.line(),
                    traffic.calledOff(),
                    standing,
                    seconds(times.stop()),
                    seconds(times.start()),
                    held ? "PASS" : "FAIL");
            return held;
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
