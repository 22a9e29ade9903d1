package dev.gridbell.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** nginx before the servers of a run, with the configuration the documentation gives ({@code docs/nginx.conf}): only addresses are replaced, TLS is left out. */
final class Nginx implements AutoCloseable {

    private static final Path INSTALLED = Path.of("/usr/sbin/nginx");

    private final int port;
    private final Process process;

    private Nginx(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    /** The installed one, else that of Debian's package. @throws DebianPackages.NotToBeHad if there is none */
    static Path program() throws IOException, InterruptedException {
        return Files.isExecutable(INSTALLED)
                ? INSTALLED
                : DebianPackages.unpacked("nginx", List.of("nginx", "libssl3", "libpcre2-8-0"))
                        .resolve("usr/sbin/nginx");
    }

    /** @param home where its files lie, made if need be */
    static Nginx start(Path program, Path home, List<ServerNode> nodes) throws IOException, InterruptedException {
        Files.createDirectories(home);
        int port = freePort();
        Files.writeString(home.resolve("site.conf"), site(home, port, nodes));
        Files.writeString(home.resolve("nginx.conf"), """
                daemon off;
                worker_processes 1;
                pid %1$s/pid;
                error_log %1$s/error.log warn;
                %2$s
                events { worker_connections 1024; }
                http {
                  access_log off;
                  client_body_temp_path %1$s/body;
                  proxy_temp_path %1$s/proxy;
                  fastcgi_temp_path %1$s/fastcgi;
                  uwsgi_temp_path %1$s/uwsgi;
                  scgi_temp_path %1$s/scgi;
                  include %1$s/site.conf;
                }
                """.formatted(home, isRoot() ? "user root;" : ""));
        ProcessBuilder builder = new ProcessBuilder(
                        program.toString(),
                        "-p",
                        home.toString(),
                        "-e",
                        home + "/error.log",
                        "-c",
                        home + "/nginx.conf")
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("console.log").toFile());
        if (!program.equals(INSTALLED)) {
            builder.environment()
                    .put(
                            "LD_LIBRARY_PATH",
                            program.resolve("../../../usr/lib/x86_64-linux-gnu")
                                    .normalize()
                                    .toString());
        }
        Process process = builder.start();
        Nginx nginx = new Nginx(port, process);
        Http http = new Http(nginx.base());
        for (int tries = 0; http.status("/actuator/health") != 404; tries++) {
            if (!process.isAlive() || tries > 100) {
                nginx.close();
                throw new IllegalStateException("nginx does not answer; see " + home.resolve("console.log"));
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return nginx;
    }

    String base() {
        return "http://127.0.0.1:" + port;
    }

    /** The file of the documentation on this machine's ports. */
    private static String site(Path home, int port, List<ServerNode> nodes) throws IOException {
        String text = Files.readString(Path.of("docs/nginx.conf"))
                .replace("listen 80;", "listen 127.0.0.1:" + freePort() + ";")
                .replace("listen 443 ssl http2;", "listen 127.0.0.1:" + port + ";")
                .replace("/var/log/nginx/gridbell.log", home + "/access.log");
        for (int i = 0; i < nodes.size(); i++) {
            String example = "10.0.0.1" + (i + 1) + ":8080";
            if (!text.contains(example)) {
                throw new IllegalStateException("docs/nginx.conf does not name " + example);
            }
            text = text.replace(example, "127.0.0.1:" + nodes.get(i).port());
        }
        return text.lines().filter(line -> !line.strip().startsWith("ssl_")).collect(Collectors.joining("\n"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean isRoot() throws IOException {
        return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
