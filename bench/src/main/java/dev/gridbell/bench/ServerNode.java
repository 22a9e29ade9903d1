package dev.gridbell.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One server in a process of its own, which can be killed and started again on the same port. */
final class ServerNode implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofMinutes(10);

    /** Who may read the metrics; a setting of every server of a run. */
    static final String OPERATIONS = "bench0operations0token0bench0operations0token000";

    private final int port;
    private final List<String> command;
    private final Path log;
    private @Nullable Process process;

    /** @param log what the process says, appended */
    ServerNode(int port, List<String> command, Path log) {
        this.port = port;
        this.command = List.copyOf(command);
        this.log = log;
    }

    String base() {
        return "http://127.0.0.1:" + port;
    }

    int port() {
        return port;
    }

    /** Starts it and waits until it is ready. @return how long that took */
    synchronized Duration start() throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process begun = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        process = begun;
        Http http = new Http(base());
        while (System.nanoTime() - start < READY_WITHIN.toNanos()) {
            if (!begun.isAlive()) {
                throw new IllegalStateException("the server ended; see " + log);
            }
            if (http.status("/actuator/health/readiness") == 200) {
                return Duration.ofNanos(System.nanoTime() - start);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IllegalStateException("not ready within " + READY_WITHIN + "; see " + log);
    }

    /** The processor time it has used so far. */
    synchronized Duration processorTime() {
        return Objects.requireNonNull(process, "not started")
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO);
    }

    /** Asks it to stop and waits until it has, a cache that it writes at its end included. */
    synchronized void stop(Duration patience) throws InterruptedException {
        Process running = Objects.requireNonNull(process, "not started");
        running.destroy();
        if (!running.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("did not stop within " + patience + "; see " + log);
        }
    }

    synchronized long pid() {
        return Objects.requireNonNull(process, "not started").pid();
    }

    /** What of it lies in memory now, in megabytes; 0 where the system does not say (no {@code /proc}). */
    synchronized long megabytes() throws IOException {
        Path status = Path.of(
                "/proc",
                Long.toString(Objects.requireNonNull(process, "not started").pid()),
                "status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .sum();
    }

    /** {@code kill -9} of the process this object started, and of nothing else. */
    synchronized void kill() throws InterruptedException {
        Objects.requireNonNull(process, "not started").destroyForcibly().waitFor();
    }

    /** {@code SIGSTOP}: stops it in its tracks, with connections open and transactions begun. */
    synchronized void pause() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** {@code SIGCONT}: it goes on as if no time had passed. */
    synchronized void resume() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        long pid = Objects.requireNonNull(process, "not started").pid();
        int exit = new ProcessBuilder("/bin/sh", "-c", "kill -" + signal + " " + pid)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException("SIG" + signal + " was not delivered");
        }
    }

    /**
     * The sum of a counter over all its labels that contain the given text.
     *
     * @param name   as {@code /actuator/prometheus} spells it
     * @param labels for example {@code outcome="accepted"}; empty for all
     */
    double counter(String name, String labels) throws IOException, InterruptedException {
        return new Http(base())
                .call("GET", "/actuator/prometheus", OPERATIONS, null, null)
                .expect(200)
                .body()
                .lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> line.contains(labels))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    @Override
    public synchronized void close() {
        Process running = process;
        if (running == null) {
            return;
        }
        running.destroy();
        try {
            if (!running.waitFor(30, TimeUnit.SECONDS)) {
                running.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
