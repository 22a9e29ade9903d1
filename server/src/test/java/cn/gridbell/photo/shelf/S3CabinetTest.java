package cn.gridbell.photo.shelf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bucket of a real S3-compatible server, and one that misbehaves. */
class S3CabinetTest extends CabinetContract {

    private static final Duration SHORT = Duration.ofSeconds(2);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path home;

    @SuppressWarnings("NullAway.Init")
    private static S3Server server;

    @SuppressWarnings("NullAway.Init")
    private static S3Cabinet bucket;

    @BeforeAll
    static void startServer() throws Exception {
        server = S3Server.start(home);
        bucket = new S3Cabinet(server.settings());
    }

    @AfterAll
    static void stopServer() {
        bucket.close();
        server.close();
    }

    @Override
    Cabinet cabinet() {
        return bucket;
    }

    @Test
    void aWrongKeyIsRefusedAndThatIsNoMissingPicture() throws IOException {
        String key = newKey("ab");
        bucket.put(key, bytes(10));
        try (S3Cabinet wrong = new S3Cabinet(S3Server.settings(server.address(), "wrong-secret-0001", SHORT))) {
            isAway(wrong, key);
        }
        assertThat(bucket.find(key)).isPresent();
    }

    @Test
    void nobodyReadsWithoutAKey() throws Exception {
        String key = newKey("ab");
        bucket.put(key, bytes(10));
        var answer = java.net.http.HttpClient.newHttpClient()
                .send(
                        java.net.http.HttpRequest.newBuilder(
                                        server.address().resolve("/" + S3Server.BUCKET + "/street/" + key))
                                .build(),
                        java.net.http.HttpResponse.BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(S3Cabinet.isOpenToAnybody(server.settings())).isFalse();
    }

    @Test
    void aBucketThatIsNotThereIsNoMissingPicture() throws IOException {
        try (S3Cabinet nowhere = new S3Cabinet(inBucket("no-such-bucket"))) {
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> nowhere.find(newKey("ab")));
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> nowhere.put(newKey("ab"), bytes(10)));
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> nowhere.list(null, 10));
        }
    }

    @Test
    void productionRefusesABucketThatAnybodyMayListAndOneWithoutTls() {
        var open = new ShelfProperties(home, inBucket(S3Server.OPEN_BUCKET));

        assertThat(new PrivateBucketCheck(open).objections())
                .anyMatch(words -> words.contains("can be listed by anybody"))
                .anyMatch(words -> words.contains("is not https"));
        assertThat(new PrivateBucketCheck(new ShelfProperties(home, server.settings())).objections())
                .hasSize(1);
        assertThat(new PrivateBucketCheck(new ShelfProperties(home, null)).objections())
                .isEmpty();
    }

    private static ShelfProperties.S3 inBucket(String bucket) {
        var known = server.settings();
        return new ShelfProperties.S3(
                known.endpoint(), known.region(), bucket, "", true, known.accessKey(), known.secretKey(), SHORT);
    }

    @Test
    void aServerThatIsAwayIsSaidSo() throws IOException {
        URI closed = URI.create("http://127.0.0.1:" + S3Server.freePort());
        try (S3Cabinet away = new S3Cabinet(S3Server.settings(closed, S3Server.SECRET_KEY, SHORT))) {
            isAway(away, newKey("ab"));
        }
    }

    @Test
    void aServerThatNeverAnswersIsGivenUp() throws IOException {
        try (ServerSocket hole = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            URI silent = URI.create("http://127.0.0.1:" + hole.getLocalPort());
            try (S3Cabinet slow = new S3Cabinet(S3Server.settings(silent, S3Server.SECRET_KEY, SHORT))) {
                long start = System.nanoTime();
                assertThatExceptionOfType(IOException.class).isThrownBy(() -> slow.find(newKey("ab")));
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SHORT.multipliedBy(4));
            }
        }
    }

    @Test
    void aServerThatFailsIsSaidSo() throws IOException {
        HttpServer broken = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        broken.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(500, -1);
            exchange.close();
        });
        broken.start();
        try (S3Cabinet failing = new S3Cabinet(S3Server.settings(
                URI.create("http://127.0.0.1:" + broken.getAddress().getPort()), S3Server.SECRET_KEY, SHORT))) {
            isAway(failing, newKey("ab"));
        } finally {
            broken.stop(0);
        }
    }

    @Test
    void picturesMoveFromTheFolderToTheBucketAndAgainChangesNothing(@TempDir Path folder) throws IOException {
        Cabinet disk = new DiskCabinet(folder);
        String first = newKey("01");
        String second = newKey("02");
        byte[] file = bytes(50_000);
        disk.put(first, file);
        disk.put(second, file);
        bucket.put(second, file);
        var said = new ByteArrayOutputStream();
        var command = new MoveToBucket(
                new ShelfProperties(folder, server.settings()),
                bucket,
                new PrintStream(said, true, StandardCharsets.UTF_8));

        assertThat(command.move()).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("已复制 1 个文件，原已存在 1 个，失败 0 个");
        assertThat(bucket.find(first).orElseThrow().getContentAsByteArray()).isEqualTo(file);
        assertThat(command.move()).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("已复制 0 个文件，原已存在 2 个");
        assertThat(disk.find(first)).as("nothing is deleted").isPresent();
    }

    private void isAway(Cabinet cabinet, String key) {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> cabinet.find(key));
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> cabinet.put(newKey("ab"), bytes(10)));
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> cabinet.remove(key));
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> cabinet.list(null, 10));
    }
}
