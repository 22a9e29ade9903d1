package dev.gridbell.miniapp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the mini-program's own tools say of it; with Node 20 or newer. */
class MiniProgramTest {

    private static final boolean REQUIRED = "required".equals(System.getenv("INDEPENDENT_CLIENTS"));
    private static final int OLDEST_NODE = 20;
    private static final Path LOCK = Path.of("package-lock.json");
    private static final Path INSTALLED = Path.of("target", "installed-lock.json");
    private static final boolean WINDOWS =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");

    @BeforeAll
    static void installs() throws Exception {
        int node = nodeVersion();
        if (node < OLDEST_NODE) {
            without(node == 0 ? "there is no node on this machine" : "node " + node + " is too old");
        }
        boolean there = Files.isDirectory(Path.of("node_modules"))
                && Files.exists(INSTALLED)
                && Files.readString(INSTALLED).equals(Files.readString(LOCK));
        if (there) {
            return;
        }
        Result installed = npm("ci", "--ignore-scripts", "--no-audit", "--no-fund");
        if (installed.status != 0) {
            without("npm ci did not succeed:\n" + installed.output);
        }
        Files.createDirectories(INSTALLED.getParent());
        Files.writeString(INSTALLED, Files.readString(LOCK));
    }

    /** In this order: the last one looks at what the builds wrote. */
    @ParameterizedTest
    @ValueSource(strings = {"typecheck", "lint", "test", "build:h5", "build:mp-weixin", "check:weapp"})
    void passes(String script) throws Exception {
        Result result = npm("run", "--silent", script);

        assertThat(result.status).as(script + ":\n" + result.output).isZero();
    }

    private record Result(int status, String output) {}

    @SuppressWarnings("SystemOut")
    private static void without(String reason) {
        String sentence = "The mini-program was not checked: " + reason;
        assertThat(REQUIRED).as(sentence).isFalse();
        System.out.println(sentence);
        abort(sentence);
    }

    /** 0 if there is none. */
    private static int nodeVersion() throws InterruptedException {
        try {
            return Integer.parseInt(run(List.of("node", "--version")).output.replaceAll("(?s)^v(\\d+).*", "$1"));
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }

    private static Result npm(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(WINDOWS ? "npm.cmd" : "npm");
        command.addAll(List.of(words));
        return run(command);
    }

    private static Result run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("mini-program", ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        // Without it uni's command line sends build counters to its maker.
        builder.environment().put("CI", "1");
        Process process = builder.start();
        try {
            if (!process.waitFor(10, TimeUnit.MINUTES)) {
                return new Result(-1, "not done after ten minutes\n" + Files.readString(output, UTF_8));
            }
            return new Result(process.exitValue(), Files.readString(output, UTF_8));
        } finally {
            process.destroyForcibly();
            Files.delete(output);
        }
    }
}
