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
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Node and npm, as far as this machine has them. */
final class Npm {

    /** The server the WeChat build is made for; the phone of the tests leads it to the one that runs. */
    static final String BUILT_FOR = "https://gridbell.test";

    static final Path HERE = Path.of("");
    private static final boolean REQUIRED = "required".equals(System.getenv("INDEPENDENT_CLIENTS"));
    private static final int OLDEST_NODE = 20;
    private static final boolean WINDOWS =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");

    private Npm() {}

    /** What a command ended with; {@code status} is 0 if all was well, -1 if it was not done in time. */
    record Result(int status, String output) {}

    /**
     * Installs what the folder's lock says, unless that is there already. Skips the test that asked when this machine cannot; fails it where
     * INDEPENDENT_CLIENTS=required.
     *
     * @param what for the sentence that says so
     */
    static void install(Path folder, String what) throws IOException, InterruptedException {
        int node = nodeVersion();
        if (node < OLDEST_NODE) {
            without(what, node == 0 ? "there is no node on this machine" : "node " + node + " is too old");
        }
        String lock = Files.readString(folder.resolve("package-lock.json"));
        // The first run looks at the same mark before it builds for the browser.
        Path installed = folder.resolve(Path.of("node_modules", ".installed-lock.json"));
        if (Files.exists(installed) && Files.readString(installed).equals(lock)) {
            return;
        }
        say("npm ci in " + folder.toAbsolutePath().normalize().getFileName() + ", for " + what + " …");
        Result result = npm(folder, Map.of(), "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        if (result.status != 0) {
            without(what, "npm ci did not succeed:\n" + result.output);
        }
        Files.writeString(installed, lock);
    }

    static Result script(Path folder, String name) throws IOException, InterruptedException {
        return script(folder, Map.of(), name);
    }

    static Result script(Path folder, Map<String, String> environment, String name)
            throws IOException, InterruptedException {
        return npm(folder, environment, "run", "--silent", name);
    }

    @SuppressWarnings("SystemOut")
    static void say(String line) {
        System.out.println("[mini-program] " + line);
    }

    private static void without(String what, String reason) {
        String sentence = "Not done: " + what + ": " + reason;
        assertThat(REQUIRED).as(sentence).isFalse();
        say(sentence);
        abort(sentence);
    }

    /** 0 if there is none. */
    private static int nodeVersion() throws InterruptedException {
        try {
            return Integer.parseInt(
                    run(HERE, Map.of(), List.of("node", "--version")).output.replaceAll("(?s)^v(\\d+).*", "$1"));
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }

    private static Result npm(Path folder, Map<String, String> environment, String... words)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(WINDOWS ? "npm.cmd" : "npm");
        command.addAll(List.of(words));
        return run(folder, environment, command);
    }

    private static Result run(Path folder, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile("mini-program", ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toAbsolutePath().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        // Without it uni's command line sends build counters to its maker.
        builder.environment().put("CI", "1");
        builder.environment().put("VITE_SERVER", BUILT_FOR);
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (!process.waitFor(10, TimeUnit.MINUTES)) {
                return new Result(-1, "not done after ten minutes\n" + Files.readString(output, UTF_8));
            }
            return new Result(process.exitValue(), Files.readString(output, UTF_8));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Files.delete(output);
        }
    }
}
