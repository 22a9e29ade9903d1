package dev.gridbell.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Attacks and privacy in one table: tests of the server at their full sizes, callbacks by the hundred thousand, and what lies on disk. */
final class AttackRun {

    /**
     * A line of the table that tests play.
     *
     * @param figures how their printed lines begin
     */
    private record Line(String bar, String what, List<String> tests, List<String> figures) {}

    private static final List<Line> LINES = List.of(
            new Line(
                    "D1",
                    "every endpoint × every kind of person × others' objects",
                    List.of("WhoMayCallTest"),
                    List.of("who may call:")),
            new Line(
                    "D2",
                    "fields nobody asked for on every write",
                    List.of("ExtraFieldsTest"),
                    List.of("extra fields:")),
            new Line(
                    "D3",
                    "malformed requests from the API document",
                    List.of("MalformedRequestsTest"),
                    List.of("malformed:")),
            new Line(
                    "D4",
                    "bad uploads",
                    List.of("BadUploadsTest"),
                    List.of("bad uploads:", "heap of 200 MB:", "odd uploads:")),
            new Line("D5", "guessing and code reuse", List.of("GuessingTest"), List.of("guessing:")),
            new Line(
                    "E1",
                    "a person's data in logs and metrics at DEBUG",
                    List.of("NothingPersonalIsLoggedTest"),
                    List.of("nothing personal:")),
            new Line(
                    "E2",
                    "a dump's cells; a ciphertext in another row",
                    List.of("SealedAtRestTest"),
                    List.of("sealed at rest:")));

    private static final Pattern CLASS_ENDED =
            Pattern.compile("Tests run: (\\d+), Failures: (\\d+), Errors: (\\d+).* in (?:\\w+\\.)*(\\w+)$");

    private final Options options;
    private final boolean full;

    AttackRun(Options options) {
        this.options = options;
        this.full = options.text("size", "smoke").equals("full");
    }

    boolean run() throws IOException, InterruptedException {
        List<String> table = new ArrayList<>();
        boolean held = tests(table);
        held &= callbacks(table);
        held &= row(table, "E2", "what lies on disk, byte by byte", () -> new AtRestRun(options).run(), "figure above");
        held &= row(table, "signins", "many residents at once", () -> new SigninRun(options).run(), "figure above");
        System.out.println();
        table.forEach(System.out::println);
        System.out.println("attacks (" + (full ? "full" : "smoke") + "): " + (held ? "PASS" : "FAIL"));
        return held;
    }

    /** All in one Maven run: the contexts are shared. */
    private boolean tests(List<String> table) throws IOException, InterruptedException {
        List<String> classes =
                LINES.stream().flatMap(line -> line.tests().stream()).toList();
        List<String> command = new ArrayList<>(List.of(
                "./mvnw",
                "-B",
                "-pl",
                "server",
                "-am",
                "-Dspotless.check.skip=true",
                "-Dsurefire.failIfNoSpecifiedTests=false",
                "-Dtest=" + String.join(",", classes)));
        if (full) {
            command.add("-Dgridbell.fuzz.requests=" + options.number("requests", 100_000));
            command.add("-Dgridbell.fuzz.seconds=" + options.number("seconds", 3_600));
            command.add("-Dgridbell.guess.rounds=" + options.number("codes", 50));
            command.add("-Dgridbell.guess.forged=" + options.number("forged", 10_000));
        }
        command.add("test");
        Path log = Path.of("bench/target/attacks.log");
        Files.createDirectories(Path.of("bench/target"));
        System.out.println("tests at " + (full ? "full" : "smoke") + " size, all they say in " + log + " …");
        List<String> said = listen(command, log);
        boolean held = true;
        for (Line line : LINES) {
            List<String> figures = said.stream()
                    .filter(text -> line.figures().stream().anyMatch(text::startsWith))
                    .toList();
            boolean passed = !figures.isEmpty() && line.tests().stream().allMatch(test -> passed(said, test));
            table.add(line.bar() + " " + line.what() + ": " + String.join("; ", figures) + ": "
                    + (passed ? "PASS" : "FAIL"));
            held &= passed;
        }
        return held;
    }

    private static List<String> listen(List<String> command, Path log) throws IOException, InterruptedException {
        Process maven = new ProcessBuilder(command).redirectErrorStream(true).start();
        maven.getOutputStream().close();
        List<String> said = new ArrayList<>();
        try (BufferedReader lines =
                        new BufferedReader(new InputStreamReader(maven.getInputStream(), StandardCharsets.UTF_8));
                var copy = Files.newBufferedWriter(log)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                copy.write(line + "\n");
                said.add(line);
                boolean figure = LINES.stream()
                        .flatMap(known -> known.figures().stream())
                        .anyMatch(line::startsWith);
                if (figure || CLASS_ENDED.matcher(line).find()) {
                    System.out.println("  " + line);
                }
            }
        }
        maven.waitFor();
        return said;
    }

    private static boolean passed(List<String> said, String test) {
        for (String line : said) {
            Matcher ended = CLASS_ENDED.matcher(line);
            if (ended.find() && ended.group(4).equals(test)) {
                return !ended.group(1).equals("0")
                        && ended.group(2).equals("0")
                        && ended.group(3).equals("0");
            }
        }
        return false;
    }

    private boolean callbacks(List<String> table) {
        boolean held = true;
        for (Scenario scenario : List.of(new ForgedCallbacks(), new ReplayedCallback())) {
            System.out.println(scenario.bar() + " " + scenario.title() + " …");
            String figure;
            boolean passed;
            try {
                Scenario.Outcome outcome = scenario.play(new Scenario.Size(full, new Options(Map.of())));
                figure = outcome.figure();
                passed = outcome.held();
            } catch (Exception e) {
                figure = "broke off: " + e;
                passed = false;
            }
            table.add(scenario.bar() + " " + scenario.title() + ": " + figure + ": " + (passed ? "PASS" : "FAIL"));
            held &= passed;
        }
        return held;
    }

    /** What breaks off counts as failed. */
    private static boolean row(List<String> table, String bar, String what, Callable<Boolean> run, String figure) {
        boolean held;
        try {
            held = run.call();
        } catch (Exception e) {
            e.printStackTrace();
            held = false;
        }
        table.add(bar + " " + what + ": " + figure + ": " + (held ? "PASS" : "FAIL"));
        return held;
    }
}
