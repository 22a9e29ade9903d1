package dev.gridbell.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Clients that other people wrote agree with the sandbox about WeChat; see {@code clients/}. */
class IndependentClientsTest {
    private static final boolean REQUIRED = "required".equals(System.getenv("INDEPENDENT_CLIENTS"));
    private static final int OLDEST_NODE = 18;
    private static final Path SOURCES = Path.of("clients");
    private static final Path PLACE = Path.of("target", "clients");

    @Test
    void clientsThatOthersWroteAgreeWithTheSandbox() throws Exception {
        int node = nodeVersion();
        if (node < OLDEST_NODE) {
            without(node == 0 ? "there is no node on this machine" : "node " + node + " is too old");
        }
        Result installed = install();
        if (installed.status != 0) {
            without("npm ci did not succeed:\n" + installed.output);
        }
        try (WechatSandbox sandbox = WechatSandbox.start(SandboxSettings.local().withPort(0))) {
            Result checked = run(environment(sandbox), "node", "--test", "all.test.js");
            assertThat(checked.status).as(checked.output).isZero();
            assertThat(checked.output).containsPattern("pass [1-9]\\d").containsPattern("fail 0");
        }
    }

    private record Result(int status, String output) {}

    @SuppressWarnings("SystemOut")
    private static void without(String reason) {
        String sentence = "The independent WeChat clients were not run: " + reason;
        assertThat(REQUIRED).as(sentence).isFalse();
        System.out.println(sentence);
        abort(sentence);
    }

    /** Copies the scripts to where they may be littered with packages; installs only what has changed. */
    private static Result install() throws IOException, InterruptedException {
        Files.createDirectories(PLACE);
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(PLACE.resolve(file.getFileName()), Files.readString(file));
            }
        }
        Path mark = PLACE.resolve("installed");
        String lock = Files.readString(SOURCES.resolve("package-lock.json"));
        if (Files.exists(mark) && Files.readString(mark).equals(lock)) {
            return new Result(0, "");
        }
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        Result result = run(Map.of(), windows ? "npm.cmd" : "npm", "ci", "--no-audit", "--no-fund");
        if (result.status == 0) {
            Files.writeString(mark, lock);
        }
        return result;
    }

    /** 0 if there is none. */
    private static int nodeVersion() throws InterruptedException {
        try {
            Files.createDirectories(PLACE);
            return Integer.parseInt(run(Map.of(), "node", "--version").output.replaceAll("(?s)^v(\\d+).*", "$1"));
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }

    private static Map<String, String> environment(WechatSandbox sandbox) {
        return Map.of(
                "SANDBOX_URL", sandbox.baseUrl().toString(),
                "OFFICIAL_ACCOUNT_APP_ID", SandboxSettings.OFFICIAL_ACCOUNT_APP_ID,
                "OFFICIAL_ACCOUNT_SECRET", SandboxSettings.OFFICIAL_ACCOUNT_SECRET,
                "OFFICIAL_ACCOUNT_TOKEN", SandboxSettings.OFFICIAL_ACCOUNT_TOKEN,
                "OFFICIAL_ACCOUNT_AES_KEY", SandboxSettings.OFFICIAL_ACCOUNT_AES_KEY,
                "MINI_PROGRAM_APP_ID", SandboxSettings.MINI_PROGRAM_APP_ID,
                "MINI_PROGRAM_TOKEN", SandboxSettings.MINI_PROGRAM_TOKEN,
                "MINI_PROGRAM_AES_KEY", SandboxSettings.MINI_PROGRAM_AES_KEY);
    }

    private static Result run(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile("clients", ".log");
        ProcessBuilder builder = new ProcessBuilder(List.of(command))
                .directory(PLACE.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                return new Result(-1, "not done after five minutes\n" + Files.readString(output, UTF_8));
            }
            return new Result(process.exitValue(), Files.readString(output, UTF_8));
        } finally {
            process.destroyForcibly();
            Files.delete(output);
        }
    }
}
