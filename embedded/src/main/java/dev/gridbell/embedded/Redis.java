package dev.gridbell.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Redis in one folder, with its append-only file on and one made-up password. */
final class Redis {

    static final String PROGRAM = "redis-server";

    private static final Duration START_PATIENCE = Duration.ofMinutes(1);
    private static final int SOCKET_MILLIS = 1_000;

    private final Path folder;
    private final Path program;
    private final int port;
    private final String password;
    private @Nullable ServerProcess process;

    Redis(Path folder, Path program, int port) throws IOException {
        this.folder = folder;
        this.program = program;
        this.port = port;
        Folders.makePrivate(folder);
        this.password = KeptSecret.in(folder.resolve("password"));
    }

    void start() {
        try {
            Path settings = folder.resolve("redis.conf");
            KeptSecret.writeForOwner(settings, settings());
            ServerProcess started =
                    ServerProcess.start("Redis", List.of(program.toString(), settings.toString()), folder);
            process = started;
            started.awaitReady(() -> answersAs(started.pid()), START_PATIENCE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String uri() {
        return "redis://default:" + password + "@127.0.0.1:" + port;
    }

    int port() {
        return port;
    }

    @Nullable
    ServerProcess process() {
        return process;
    }

    private String settings() {
        return """
                bind 127.0.0.1
                port %d
                protected-mode yes
                set-proc-title no
                requirepass %s
                dir "%s"
                daemonize no
                appendonly yes
                appendfsync everysec
                save ""
                maxmemory 128mb
                maxmemory-policy noeviction
                """.formatted(port, password, folder);
    }

    /** True when the Redis that answers is the process we started, not somebody else's on the same port. */
    private boolean answersAs(long pid) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), SOCKET_MILLIS);
            socket.setSoTimeout(SOCKET_MILLIS);
            socket.getOutputStream()
                    .write(("AUTH " + password + "\r\nINFO server\r\nINFO persistence\r\nQUIT\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            List<String> lines = answer.lines().toList();
            return lines.contains("process_id:" + pid) && lines.contains("loading:0");
        } catch (IOException | UncheckedIOException notYet) {
            return false;
        }
    }
}
