package dev.gridbell.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * From start to ready, in turns: the jar as it is and with a class archive (CDS) on the Java that runs this, the jar and with an AOT cache on Java 25, all on one
 * database that is already migrated. With it the memory of each while idle.
 */
final class StartupRun {

    private static final Duration CDS_BAR = Duration.ofSeconds(12);
    private static final Duration AOT_BAR = Duration.ofSeconds(8);
    private static final Duration IDLE = Duration.ofSeconds(8);

    /**
     * A way to start.
     *
     * @param bar null where none is set
     */
    private record Way(
            String name, List<String> command, @Nullable Duration bar, List<Start> starts) {

        Start median() {
            return new Start(
                    middle(starts.stream().map(Start::ready).sorted().toList()),
                    middle(starts.stream().map(Start::processor).sorted().toList()),
                    middle(starts.stream().map(Start::kilobytes).sorted().toList()));
        }

        private static <T> T middle(List<T> sorted) {
            return sorted.get(sorted.size() / 2);
        }
    }

    /**
     * One start.
     *
     * @param processor processor time until ready
     * @param kilobytes resident memory a few seconds later
     */
    private record Start(Duration ready, Duration processor, long kilobytes) {}

    private final int rounds;
    private final String jdk25;

    StartupRun(Options options) {
        this.rounds = options.number("starts", 5);
        this.jdk25 = options.text("jdk25", System.getenv().getOrDefault("JAVA25_HOME", ""));
    }

    boolean run() throws Exception {
        try (Installation installation = Installation.prepare(Map.of())) {
            System.out.printf(
                    "first start, which makes the tables: ready after %.1f s%n", seconds(installation.startServer()));
            installation.nodes().get(0).close();
            List<Way> ways = ways(installation);
            for (int round = 0; round < rounds; round++) {
                for (Way way : ways) {
                    Start start = start(installation, way.command());
                    way.starts().add(start);
                    System.out.printf(
                            "  round %d, %s: ready after %.1f s (%.1f s of processor), %d MB%n",
                            round + 1,
                            way.name(),
                            seconds(start.ready()),
                            seconds(start.processor()),
                            start.kilobytes() >> 10);
                }
            }
            return tell(ways);
        }
    }

    private static boolean tell(List<Way> ways) {
        boolean held = ways.stream().filter(way -> way.bar() != null).count() == 2;
        System.out.println();
        for (Way way : ways) {
            Start median = way.median();
            Duration bar = way.bar();
            boolean inTime = bar == null || median.ready().compareTo(bar) <= 0;
            held &= inTime;
            System.out.printf(
                    "startup: %-26s ready after %.1f s (%.1f to %.1f, %d starts), %.1f s of processor, %d MB idle%s%n",
                    way.name(),
                    seconds(median.ready()),
                    seconds(way.starts().stream()
                            .map(Start::ready)
                            .min(Duration::compareTo)
                            .orElseThrow()),
                    seconds(way.starts().stream()
                            .map(Start::ready)
                            .max(Duration::compareTo)
                            .orElseThrow()),
                    way.starts().size(),
                    seconds(median.processor()),
                    median.kilobytes() >> 10,
                    bar == null ? "" : " (bar " + bar.toSeconds() + " s): " + (inTime ? "PASS" : "FAIL"));
        }
        return held;
    }

    private List<Way> ways(Installation installation) throws Exception {
        Path here = Path.of(System.getProperty("java.home"));
        Path work = Files.createDirectories(installation.home().resolve("startup"));
        List<String> plain = installation.commandInPlace(Map.of());
        List<Way> ways = new ArrayList<>();
        ways.add(new Way("Java " + version(here) + ", jar", plain, null, new ArrayList<>()));
        List<String> unpacked = unpacked(plain, work);
        List<String> cds = with(unpacked, here, "-XX:SharedArchiveFile=" + work.resolve("gridbell.jsa"));
        train(installation, with(unpacked, here, "-XX:ArchiveClassesAtExit=" + work.resolve("gridbell.jsa")), work);
        ways.add(new Way("Java " + version(here) + ", CDS", cds, CDS_BAR, new ArrayList<>()));
        Path java25 = java25();
        if (java25 == null) {
            System.out.println("no Java 25: give jdk25=/path or JAVA25_HOME; the AOT cache is not measured");
            return ways;
        }
        ways.add(new Way("Java 25, jar", with(plain, java25), null, new ArrayList<>()));
        train(installation, with(unpacked, java25, "-XX:AOTCacheOutput=" + work.resolve("gridbell.aot")), work);
        List<String> aot = with(unpacked, java25, "-XX:AOTCache=" + work.resolve("gridbell.aot"));
        ways.add(new Way("Java 25, AOT cache", aot, AOT_BAR, new ArrayList<>()));
        return ways;
    }

    /** The layout that both caches need: {@code -Djarmode=tools … extract}. */
    private static List<String> unpacked(List<String> command, Path work) throws IOException, InterruptedException {
        int jar = command.indexOf("-jar") + 1;
        Path target = work.resolve("unpacked");
        BackupScripts.Ran ran = BackupScripts.run(
                Map.of(),
                List.of(
                        command.get(0),
                        "-Djarmode=tools",
                        "-jar",
                        command.get(jar),
                        "extract",
                        "--destination",
                        target.toString()));
        if (ran.exit() != 0) {
            throw new IllegalStateException(ran.output());
        }
        List<String> changed = new ArrayList<>(command);
        changed.set(jar, target.resolve(Path.of(command.get(jar)).getFileName()).toString());
        return changed;
    }

    private static List<String> with(List<String> command, Path home, String... options) {
        List<String> changed = new ArrayList<>(command);
        changed.set(0, home.resolve("bin/java").toString());
        changed.addAll(1, List.of(options));
        return changed;
    }

    /** A start that writes the cache when it is stopped. */
    private static void train(Installation installation, List<String> command, Path work) throws Exception {
        long start = System.nanoTime();
        try (ServerNode node = node(installation, command, work.resolve("train.log"))) {
            node.start();
            node.stop(Duration.ofMinutes(3));
        }
        try (Stream<Path> files = Files.list(work)) {
            Map<String, Long> caches = new LinkedHashMap<>();
            for (Path file : files.filter(file -> file.toString().matches(".*\\.(jsa|aot)$"))
                    .sorted()
                    .toList()) {
                caches.put(file.getFileName().toString(), Files.size(file) >> 20);
            }
            System.out.printf("cache written after %.0f s: %s MB%n", (System.nanoTime() - start) / 1e9, caches);
        }
    }

    private static Start start(Installation installation, List<String> command) throws Exception {
        try (ServerNode node = node(installation, command, installation.home().resolve("startup/server.log"))) {
            Duration ready = node.start();
            Duration processor = node.processorTime();
            TimeUnit.NANOSECONDS.sleep(IDLE.toNanos());
            long kilobytes = Files.readAllLines(Path.of("/proc", Long.toString(node.pid()), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
            return new Start(ready, processor, kilobytes);
        }
    }

    private static ServerNode node(Installation installation, List<String> command, Path log) {
        return new ServerNode(installation.nodes().get(0).port(), command, log);
    }

    private @Nullable Path java25() throws IOException {
        if (!jdk25.isEmpty()) {
            return Path.of(jdk25);
        }
        Path all = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(all)) {
            return null;
        }
        try (Stream<Path> found = Files.list(all)) {
            return found.filter(home -> Files.isExecutable(home.resolve("bin/java")))
                    .filter(home -> version(home).startsWith("25"))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** As the release file says it: {@code 17.0.17}; empty if there is none. */
    private static String version(Path home) {
        try (Stream<String> lines = Files.lines(home.resolve("release"))) {
            return lines.filter(line -> line.startsWith("JAVA_VERSION="))
                    .map(line -> line.replaceAll("[^0-9.]", ""))
                    .findFirst()
                    .orElse("");
        } catch (IOException none) {
            return "";
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
