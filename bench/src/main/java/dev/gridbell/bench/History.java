package dev.gridbell.bench;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One client's own record of what it asked and what it was told: lines {@code outcome key id}. A line is written before the call
 * ({@code invoke}) and after it ({@code ok}, {@code fail}, {@code unknown}).
 */
final class History implements Closeable {

    /** What a client knows about one call in the end. */
    enum Outcome {
        INVOKE,
        OK,
        FAIL,
        UNKNOWN
    }

    /**
     * The last that was written about a key.
     *
     * @param id what the server named, empty unless ok
     */
    record Line(Outcome outcome, String key, String id) {}

    private final BufferedWriter file;

    History(Path folder, int client) throws IOException {
        Files.createDirectories(folder);
        this.file = Files.newBufferedWriter(folder.resolve("client-" + client + ".history"));
    }

    void write(Outcome outcome, String key, String id) throws IOException {
        file.write(outcome + " " + key + " " + id + "\n");
        file.flush();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** The final line of each key in all histories of a folder. */
    static Map<String, Line> read(Path folder) throws IOException {
        Map<String, Line> last = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                for (String text : Files.readAllLines(file)) {
                    String[] parts = text.split(" ", -1);
                    last.put(parts[1], new Line(Outcome.valueOf(parts[0]), parts[1], parts[2]));
                }
            }
        }
        return last;
    }
}
