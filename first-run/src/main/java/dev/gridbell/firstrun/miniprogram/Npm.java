package dev.gridbell.firstrun.miniprogram;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Node and npm of this machine. */
final class Npm {

    static final int OLDEST_NODE = 20;

    private static final long LONGEST_MINUTES = 20;
    private static final boolean WINDOWS =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");

    private final Path folder;
    private final Path log;
    private @Nullable Process running;
    private boolean stopped;

    /** @param log what npm says is appended to it */
    Npm(Path folder, Path log) {
        this.folder = folder;
        this.log = log;
    }

    /** The version of the {@code node} on the path, its first number; 0 if there is none. */
    static int nodeVersion() {
        try {
            Process node = new ProcessBuilder("node", "--version")
                    .redirectErrorStream(true)
                    .start();
            String version = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(version.replaceAll("(?s)^v(\\d+).*", "$1"));
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }

    /** @return whether npm ended well; not after {@link #stop} */
    boolean run(Map<String, String> environment, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(WINDOWS ? "npm.cmd" : "npm");
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        // Without it uni's command line sends build counters to its maker.
        builder.environment().put("CI", "1");
        builder.environment().putAll(environment);
        Process process = begin(builder);
        if (process == null) {
            return false;
        }
        boolean done = process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);
        if (!done) {
            end(process);
        }
        return done && process.exitValue() == 0;
    }

    synchronized void stop() {
        stopped = true;
        if (running != null) {
            end(running);
        }
    }

    private synchronized @Nullable Process begin(ProcessBuilder builder) throws IOException {
        running = stopped ? null : builder.start();
        return running;
    }

    /** npm starts others, which would outlive it. */
    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
