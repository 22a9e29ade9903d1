package dev.gridbell.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gridbell.firstrun.FirstRun;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the README's run command starts, in a process and a home of its own, on free ports. */
final class RunCommand implements AutoCloseable {

    private static final Pattern STORY = Pattern.compile("(http://127\\.0\\.0\\.1:\\d+)/story");
    private static final Pattern APP = Pattern.compile("(http://127\\.0\\.0\\.1:\\d+)/app/");
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Process process;
    private final StringBuffer said = new StringBuffer();
    private final CountDownLatch ready = new CountDownLatch(1);

    private RunCommand(Process process) {
        this.process = process;
    }

    /**
     * Returns when the mini-program is served.
     *
     * @param root the project's folder
     * @param home an empty folder
     */
    static RunCommand start(Path root, Path home) throws IOException, InterruptedException {
        Path programs = root.resolve(Path.of(".gridbell", "servers"));
        Path own = home.resolve("servers");
        if (Files.isDirectory(programs) && !Files.exists(own)) {
            Files.createSymbolicLink(own, programs); // unpacked once for all
        }
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx900m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FirstRun.class.getName()))
                .directory(root.toFile())
                .redirectErrorStream(true);
        builder.environment().put("GRIDBELL_HOME", home.toString());
        builder.environment().put("GRIDBELL_PORT", "0");
        builder.environment().put("GRIDBELL_SANDBOX_PORT", "0");
        RunCommand command = new RunCommand(builder.start());
        Thread listener = new Thread(command::listen, "run-command");
        listener.setDaemon(true);
        listener.start();
        if (!command.ready.await(PATIENCE.toMinutes(), TimeUnit.MINUTES) || !command.isServing()) {
            command.close();
            throw new IllegalStateException("the run command did not get there:\n" + command.said);
        }
        return command;
    }

    String server() {
        return found(APP);
    }

    String sandbox() {
        return found(STORY);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isServing() {
        return said.indexOf("the mini-program is there") >= 0;
    }

    @SuppressWarnings("SystemOut")
    private void listen() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                System.out.println(line);
                said.append(line).append('\n');
                if (isServing() || line.startsWith("✗")) {
                    ready.countDown();
                }
            }
        } catch (IOException e) {
            said.append(e);
        }
        ready.countDown();
    }

    private String found(Pattern wanted) {
        Matcher matcher = wanted.matcher(said);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + wanted + " in\n" + said);
        }
        return matcher.group(1);
    }
}
