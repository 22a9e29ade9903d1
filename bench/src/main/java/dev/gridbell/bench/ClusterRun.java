package dev.gridbell.bench;

import dev.gridbell.embedded.EmbeddedRedisCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Two servers behind nginx on three database nodes (Galera) and six Redis processes (Redis Cluster). Under load a database node and a Redis
 * master are killed and come back, twice; the second database node comes back empty.
 */
final class ClusterRun {

    /** After nothing fails any more: two looks of each server, a rest, and transactions that end. */
    private static final Duration ALONE_WITHIN = Duration.ofSeconds(20);

    private static final List<String> COUNTED = List.of(
            "request", "request_entry", "visit", "visit_cell", "visit_household_cell", "idempotency_key", "message");

    private final Options options;
    private final int clients;
    private final Duration pause;
    private final Duration calm;
    private final Duration longest;
    private boolean oneWriter = true;
    private final String driver;

    ClusterRun(Options options) {
        this.options = options;
        this.clients = options.number("clients", 10);
        this.pause = options.duration("pause", Duration.ofMillis(150));
        this.calm = options.duration("calm", Duration.ofSeconds(10));
        this.longest = options.duration("longest", Duration.ofSeconds(30));
        this.driver = options.text("driver", "failover");
    }

    boolean run() throws Exception {
        Path nginxProgram = Nginx.program();
        Files.createDirectories(Path.of("bench/target"));
        Path home = Files.createTempDirectory(Path.of("bench/target").toAbsolutePath(), "run-");
        try (Galera galera = Galera.start(home, 3);
                EmbeddedRedisCluster redis = EmbeddedRedisCluster.start(
                        home.resolve("redis"), Path.of(".gridbell/servers").toAbsolutePath(), 3, 1);
                Stage stage = Stage.open(
                        plan(galera, redis),
                        options,
                        server -> Map.of("spring.datasource.url", galera.url(driver, server)));
                Nginx nginx = Nginx.start(
                        nginxProgram,
                        home.resolve("nginx"),
                        stage.installation().nodes())) {
            System.out.printf(
                    "two servers are ready on three database nodes and six Redis processes (driver=%s)%n", driver);
            Street street = Street.open(stage.installation(), clients, clients, 1);
            List<Crowd.Member> crowd = street.residents().stream()
                    .map(person -> new Crowd.Member(person.number(), person.token(), person.sandboxId()))
                    .toList();
            Traffic traffic = new Traffic(nginx.base(), crowd, home.resolve("histories"), pause);
            traffic.start();
            List<Outage> outages = play(galera, redis, traffic);
            traffic.stop();
            return judge(new Scene(galera, stage, traffic, outages));
        }
    }

    private Blueprint plan(Galera galera, EmbeddedRedisCluster redis) {
        return Blueprint.of(2)
                .with("spring.datasource.url", galera.url(driver, 0))
                .with("spring.datasource.username", Galera.USER)
                .with("spring.datasource.password", galera.password())
                .with("gridbell.redis.uri", redis.uri())
                .with("gridbell.redis.cluster", true);
    }

    private List<Outage> play(Galera galera, EmbeddedRedisCluster redis, Traffic traffic) throws Exception {
        List<Outage> outages = new ArrayList<>();
        for (int round = 0; round < 2; round++) {
            TimeUnit.NANOSECONDS.sleep(calm.toNanos());
            GaleraNode node = galera.nodes().get(round);
            long at = System.nanoTime();
            node.kill();
            outages.add(Outage.watch("database node " + (round + 1) + " killed", at, traffic));
            if (round == 1) {
                node.loseEverything();
            }
            at = System.nanoTime();
            Duration took = node.start(false);
            outages.add(Outage.watch(
                    String.format(
                            "database node %d back after %.1f s by %s",
                            round + 1, took.toMillis() / 1000.0, node.cameByWhatItMissed() ? "IST" : "SST"),
                    at,
                    traffic));
            oneWriter &= !driver.equals("failover") || isOneUsed(galera);
            TimeUnit.NANOSECONDS.sleep(calm.toNanos());
            outages.addAll(killMaster(redis, traffic));
        }
        return outages;
    }

    /** Within a while all servers are to be connected to the same database node again. */
    private static boolean isOneUsed(Galera galera) throws SQLException, InterruptedException {
        long start = System.nanoTime();
        while (galera.used() != 1) {
            if (System.nanoTime() - start > ALONE_WITHIN.toNanos()) {
                System.out.printf(
                        "after %d s more servers are connected to %d nodes%n", ALONE_WITHIN.toSeconds(), galera.used());
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        System.out.printf(
                "all servers are connected to one database node, %.1f s later%n", (System.nanoTime() - start) / 1e9);
        return true;
    }

    private static List<Outage> killMaster(EmbeddedRedisCluster redis, Traffic traffic) throws InterruptedException {
        int master = redis.masters().get(0);
        long at = System.nanoTime();
        redis.kill(master);
        while (redis.masters().size() < 3 || !redis.isWhole()) {
            if (System.nanoTime() - at > Duration.ofSeconds(60).toNanos()) {
                throw new IllegalStateException("no replica became master within 60 s");
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        double failover = (System.nanoTime() - at) / 1e9;
        Outage killed = Outage.watch(
                String.format("Redis master %d killed, whole again after %.1f s", master, failover), at, traffic);
        at = System.nanoTime();
        redis.start(master);
        return List.of(killed, Outage.watch("Redis " + master + " back as a replica", at, traffic));
    }

    private record Scene(Galera galera, Stage stage, Traffic traffic, List<Outage> outages) {}

    private boolean judge(Scene scene) throws Exception {
        Traffic traffic = scene.traffic();
        Map<String, Integer> kinds = new TreeMap<>();
        traffic.failures().forEach(failure -> kinds.merge(failure.what(), 1, Integer::sum));
        kinds.forEach((what, count) -> System.out.printf("failed %d times: %s%n", count, what));
        long outside = traffic.failures().stream()
                .filter(failure -> scene.outages().stream().noneMatch(outage -> outage.covers(failure)))
                .count();
        boolean inTime = scene.outages().stream()
                .allMatch(outage -> outage.lasted(traffic).compareTo(longest) <= 0);
        MessageChecker.Findings messages = messages(scene.stage());
        try (Connection database = scene.stage().installation().connect()) {
            Checker.Findings requests = Checker.check(traffic.requests(), database);
            BookingChecker.Findings visits = BookingChecker.check(traffic.visits(), database);
            long standing = traffic.calledOffAndStanding(database);
            int different = different(scene.galera());
            boolean held = outside == 0
                    && inTime
                    && oneWriter
                    && requests.clean()
                    && visits.clean()
                    && standing == 0
                    && traffic.calledOff() > 0
                    && messages.clean()
                    && different == 0
                    && requests.acknowledged() > 0
                    && visits.acknowledged() > 0;
            scene.outages().forEach(outage -> System.out.println(outage.line(traffic)));
            System.out.printf(
                    "cluster (driver=%s): %d calls answered (p99 %d ms), %d failed, %d of them outside of a failover; %d requests acknowledged:"
                            + " %d lost, %d double, %d unexpected, %d half-written; %s (%d refused); %d called off, %d of them stand; %s;"
                            + " %d tables differ between the nodes: %s%n",
                    driver,
                    traffic.latencies().count(),
                    traffic.latencies().percentile(0.99).toMillis(),
                    traffic.failures().size(),
                    outside,
                    requests.acknowledged(),
                    requests.lost(),
                    requests.doubled(),
                    requests.unexpected(),
                    requests.halfWritten(),
                    visits.line(),
                    traffic.refused(),
                    traffic.calledOff(),
                    standing,
                    messages.line(),
                    different,
                    held ? "PASS" : "FAIL");
            return held;
        }
    }

    private static MessageChecker.Findings messages(Stage stage) throws Exception {
        try (MessageTable table = new MessageTable(stage.installation())) {
            table.waitUntilSettled(Duration.ofMinutes(5));
            stage.ledger().readToTheEnd(Duration.ofSeconds(60));
            return MessageChecker.check(table, stage.ledger());
        }
    }

    /** Tables of which the nodes do not hold the same; receipts may still be coming in, so it looks a few times. */
    private static int different(Galera galera) throws SQLException, InterruptedException {
        List<String> differ = COUNTED;
        for (int look = 0; look < 5 && !differ.isEmpty(); look++) {
            TimeUnit.SECONDS.sleep(2);
            List<String> still = new ArrayList<>();
            for (String table : differ) {
                if (sums(galera, table).size() > 1) {
                    still.add(table);
                }
            }
            differ = still;
        }
        differ.forEach(table -> System.out.println("the nodes do not hold the same: " + table));
        return differ.size();
    }

    /** Of what was written; {@code CHECKSUM TABLE} is no use where columns are generated: it differs on nodes that hold the same. */
    private static Set<String> sums(Galera galera, String table) throws SQLException {
        Set<String> sums = new HashSet<>();
        for (GaleraNode node : galera.nodes()) {
            try (Connection connection = node.connect("gridbell");
                    Statement sql = connection.createStatement()) {
                sql.execute("SET SESSION wsrep_sync_wait = 7");
                String columns = first(sql, """
                        SELECT GROUP_CONCAT(CONCAT('IFNULL(HEX(', column_name, '), 0)') ORDER BY ordinal_position)
                        FROM information_schema.columns
                        WHERE table_schema = DATABASE() AND table_name = '%s' AND extra NOT LIKE '%%GENERATED%%'""".formatted(table));
                sums.add(first(
                        sql,
                        "SELECT CONCAT(COUNT(*), '-', COALESCE(SUM(CRC32(CONCAT_WS(',', " + columns + "))), 0)) FROM "
                                + table));
            }
        }
        return sums;
    }

    private static String first(Statement sql, String select) throws SQLException {
        try (ResultSet row = sql.executeQuery(select)) {
            row.next();
            return row.getString(1);
        }
    }
}
