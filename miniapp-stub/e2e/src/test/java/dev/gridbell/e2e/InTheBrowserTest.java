package dev.gridbell.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The mini-program by taps, in Chromium, against the real server, database, Redis and sandbox. With Node 20 and Chromium. */
class InTheBrowserTest {

    private static final boolean REQUIRED = "required".equals(System.getenv("INDEPENDENT_CLIENTS"));
    private static final int OLDEST_NODE = 20;
    private static final int LONGEST_MINUTES = 6;
    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Path OUT = Path.of("target", "phones").toAbsolutePath();

    private static @Nullable RunCommand command;

    @BeforeAll
    static void startEverything(@TempDir Path home) throws Exception {
        if (nodeVersion() < OLDEST_NODE) {
            without("there is no node " + OLDEST_NODE + " or later on this machine");
        }
        if (chromium() == null) {
            without("there is no Chromium: install Debian's package chromium, or say where it is with CHROMIUM");
        }
        command = RunCommand.start(ROOT, home);
    }

    @AfterAll
    static void stopEverything() {
        if (command != null) {
            command.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"story", "offline", "look", "speed"})
    void plays(String scenario) throws Exception {
        RunCommand running = Objects.requireNonNull(command);
        Result result = run(
                List.of("node", "e2e/run.mjs", scenario),
                Map.of(
                        "GRIDBELL_SERVER",
                        running.server(),
                        "GRIDBELL_SANDBOX",
                        running.sandbox(),
                        "CHROMIUM",
                        Objects.requireNonNull(chromium()),
                        "E2E_OUT",
                        OUT.toString()));

        show(result.output);
        assertThat(result.status).as(result.output).isZero();
    }

    private record Result(int status, String output) {}

    private static void without(String reason) {
        String sentence = "The mini-program was not played in a browser: " + reason;
        assertThat(REQUIRED).as(sentence).isFalse();
        show(sentence);
        abort(sentence);
    }

    @SuppressWarnings("SystemOut")
    private static void show(String words) {
        System.out.println(words);
    }

    private static @Nullable String chromium() {
        return Stream.of(
                        Objects.requireNonNullElse(System.getenv("CHROMIUM"), ""),
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .filter(path -> !path.isEmpty() && Files.isExecutable(Path.of(path)))
                .findFirst()
                .orElse(null);
    }

    /** 0 if there is none. */
    private static int nodeVersion() throws InterruptedException {
        try {
            return Integer.parseInt(
                    run(List.of("node", "--version"), Map.of()).output.replaceAll("(?s)^v(\\d+).*", "$1"));
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }

    private static Result run(List<String> words, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile("in-the-browser", ".log");
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(ROOT.resolve("miniapp-stub").toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                return new Result(-1, "not done in time\n" + Files.readString(output, UTF_8));
            }
            return new Result(process.exitValue(), Files.readString(output, UTF_8));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Files.delete(output);
        }
    }
}
