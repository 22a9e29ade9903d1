package cn.gridbell.photo.shelf;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** S3Proxy as a process of its own on a new folder with one bucket; it checks signatures. {@link #close} kills it. */
final class S3Server implements AutoCloseable {

    static final String BUCKET = "gridbell-photos";
    /** One that anybody may list: S3Proxy reads a bucket's rights from its folder's. */
    static final String OPEN_BUCKET = "open-to-all";

    static final String ACCESS_KEY = "street";
    static final String SECRET_KEY = "street-secret-0001";
    private static final Path LIBRARIES = Path.of("../s3-server/target/lib").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final int port;

    private S3Server(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static S3Server start(Path home) throws IOException, InterruptedException {
        if (!Files.isDirectory(LIBRARIES)) {
            throw new AssertionError(LIBRARIES + " is missing: build with -am, so that module s3-server lays it out");
        }
        Path data = Files.createDirectories(home.resolve("data"));
        bucket(data, BUCKET, "rwx------");
        bucket(data, OPEN_BUCKET, "rwxr-xr-x");
        int port = freePort();
        Path settings = home.resolve("s3proxy.properties");
        Files.write(
                settings,
                List.of(
                        "s3proxy.endpoint=http://127.0.0.1:" + port,
                        "s3proxy.authorization=aws-v4",
                        "s3proxy.identity=" + ACCESS_KEY,
                        "s3proxy.credential=" + SECRET_KEY,
                        "jclouds.provider=filesystem-nio2",
                        "jclouds.filesystem.basedir=" + data));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        LIBRARIES + "/*",
                        "org.gaul.s3proxy.Main",
                        "--properties",
                        settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("s3proxy.log").toFile())
                .start();
        S3Server server = new S3Server(process, port);
        server.awaitReady();
        return server;
    }

    private static void bucket(Path data, String name, String rights) throws IOException {
        Path folder = Files.createDirectories(data.resolve(name));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(rights));
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    ShelfProperties.S3 settings() {
        return settings(address(), SECRET_KEY, Duration.ofSeconds(10));
    }

    static ShelfProperties.S3 settings(URI address, String secret, Duration timeLimit) {
        return new ShelfProperties.S3(address, "us-east-1", BUCKET, "street/", true, ACCESS_KEY, secret, timeLimit);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitReady() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
                return;
            } catch (IOException notYet) {
                process.waitFor(100, TimeUnit.MILLISECONDS);
            }
        }
        close();
        throw new AssertionError("S3Proxy did not start");
    }
}
