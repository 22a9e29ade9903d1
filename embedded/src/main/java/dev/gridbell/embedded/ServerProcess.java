package dev.gridbell.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One server as a child process: its pid is kept in a file, so that after a {@code kill -9} of this JVM the next one finds
 * the orphan and stops it.
 */
final class ServerProcess {

    private static final Logger LOG = LoggerFactory.getLogger(ServerProcess.class);
    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final long POLL_NANOS = Duration.ofMillis(50).toNanos();
    private static final Duration STOP_PATIENCE = Duration.ofMinutes(1);

    private final String name;
    private final Process process;
    private final Path pidFile;
    private final Path log;

    private ServerProcess(String name, Process process, Path pidFile, Path log) {
        this.name = name;
        this.process = process;
        this.pidFile = pidFile;
        this.log = log;
    }

    /**
     * Starts a program. It gets a session of its own where {@code setsid} exists: a Ctrl-C in the terminal then reaches this
     * JVM only, which closes what uses the server before the server.
     */
    static ServerProcess start(String name, List<String> command, Path folder) {
        Path pidFile = pidFile(folder);
        Path log = folder.resolve("console.log");
        List<String> whole = new ArrayList<>(command);
        if (Files.isExecutable(SETSID)) {
            whole.add(0, SETSID.toString());
        }
        try {
            ProcessBuilder builder = new ProcessBuilder(whole)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().put("LC_ALL", "C");
            Process process = builder.start();
            process.getOutputStream().close();
            Files.writeString(pidFile, Long.toString(process.pid()));
            return new ServerProcess(name, process, pidFile, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Stops what an earlier JVM left running on this folder. Only a process whose program has the given name and whose
     * command line names this folder is touched: pids are used again.
     */
    static void stopOrphan(String programName, Path folder) {
        Path pidFile = pidFile(folder);
        try {
            if (!Files.exists(pidFile)) {
                return;
            }
            String pid = Files.readString(pidFile).strip();
            ProcessHandle orphan = pid.matches("[0-9]{1,10}")
                    ? ProcessHandle.of(Long.parseLong(pid)).orElse(null)
                    : null;
            if (orphan != null && isOurs(orphan.pid(), programName, folder)) {
                LOG.info("stopping {} (pid {}), left behind by an earlier run", programName, pid);
                signal(orphan.pid(), "CONT");
                orphan.destroy();
                if (!waitUntil(() -> !orphan.isAlive(), STOP_PATIENCE)) {
                    orphan.destroyForcibly();
                    waitUntil(() -> !orphan.isAlive(), STOP_PATIENCE);
                }
            }
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isOurs(long pid, String programName, Path folder) {
        Path proc = Path.of("/proc", Long.toString(pid));
        try {
            Path program = Files.readSymbolicLink(proc.resolve("exe"));
            String command = new String(Files.readAllBytes(proc.resolve("cmdline")), StandardCharsets.UTF_8);
            String file = String.valueOf(program.getFileName()).replace(" (deleted)", "");
            return file.equals(programName) && command.contains(folder + "/");
        } catch (IOException goneOrNotOurs) {
            return false;
        }
    }

    /**
     * Waits until the server answers.
     *
     * @throws EmbeddedServersFailed if it dies or does not answer in time; the last lines of its log go with it
     */
    void awaitReady(BooleanSupplier answers, Duration patience) {
        boolean ready = waitUntil(() -> !process.isAlive() || answers.getAsBoolean(), patience);
        if (ready && process.isAlive()) {
            return;
        }
        String end = process.isAlive() ? "在限定时间内没有就绪" : "启动后退出（" + process.exitValue() + "）";
        kill();
        throw new EmbeddedServersFailed(
                "%s %s，日志在 %s".formatted(name, end, log),
                "%s did not start. The end of its log:%n%s".formatted(name, endOfLog()));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Whether it has ended, and with 0. */
    boolean succeeded() {
        return !process.isAlive() && process.exitValue() == 0;
    }

    long pid() {
        return process.pid();
    }

    /** Asks it to stop, waits, and kills it if it does not. */
    void stop() {
        if (process.isAlive()) {
            signal(process.pid(), "CONT");
            process.destroy();
        }
        if (!waitUntil(() -> !process.isAlive(), STOP_PATIENCE)) {
            LOG.warn("{} did not stop when asked, killing it", name);
            kill();
        }
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code kill -9}; returns when it is gone. */
    void kill() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException(name + " survived kill -9");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** {@code SIGSTOP}: connections stay open, nothing is answered. */
    void pause() {
        signal(process.pid(), "STOP");
    }

    /** {@code SIGCONT}. */
    void resume() {
        signal(process.pid(), "CONT");
    }

    private static void signal(long pid, String signal) {
        try {
            new ProcessBuilder("/bin/sh", "-c", "kill -" + signal + " " + pid)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static boolean waitUntil(BooleanSupplier happened, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!happened.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        return true;
    }

    private String endOfLog() {
        try {
            List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
            return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - 15), lines.size()));
        } catch (IOException e) {
            return "(" + log + ": " + e.getMessage() + ")";
        }
    }

    private static Path pidFile(Path folder) {
        return folder.resolve("pid");
    }
}
