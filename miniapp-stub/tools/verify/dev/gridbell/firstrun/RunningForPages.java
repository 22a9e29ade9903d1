package dev.gridbell.firstrun;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Everything a newcomer gets, started as the one command starts it, for tests of the mini-program. */
public final class RunningForPages implements AutoCloseable {

    private final RunningGridbell running;

    private RunningForPages(RunningGridbell running) {
        this.running = running;
    }

    /**
     * Starts everything; returns when the server answers.
     *
     * @param home an empty folder
     * @param programs database and Redis unpacked, shared by all; unpacked again where links are not possible
     */
    public static RunningForPages start(Path home, Path programs) throws IOException {
        Files.createDirectories(programs);
        try {
            Files.createSymbolicLink(home.resolve("servers"), programs.toRealPath());
        } catch (UnsupportedOperationException | IOException e) {
            System.err.println("database and Redis are unpacked for this test: " + e);
        }
        Map<String, String> environment =
                Map.of("GRIDBELL_HOME", home.toString(), "GRIDBELL_PORT", "0", "GRIDBELL_SANDBOX_PORT", "0");
        return new RunningForPages(
                RunningGridbell.start(FirstRunSettings.of(environment, Map.of()), System.out::println));
    }

    public URI server() {
        return running.server();
    }

    public URI sandbox() {
        return running.sandbox();
    }

    @Override
    public void close() {
        running.close();
    }
}
