package cn.gridbell.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is certain after a call went wrong on the wire: not sent, or perhaps sent. */
@Timeout(60)
class WireTest {

    private static final Duration LIMIT = Duration.ofMillis(300);
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private final BoundedHttpClient client = new BoundedHttpClient(LIMIT, LIMIT, LIMIT.multipliedBy(3));
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch over = new CountDownLatch(1);

    @AfterEach
    void stop() throws IOException {
        over.countDown();
        threads.shutdownNow();
        client.close();
    }

    @Test
    void aSelfSignedServerIsRefusedBeforeAnythingIsSaid() throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        char[] password = "nobody-trusts-this".toCharArray();
        try (InputStream file = WireTest.class.getResourceAsStream("/wechat/self-signed.p12")) {
            keys.load(file, password);
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, password);
        TrustManagerFactory trusting = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusting.init(keys);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(own.getKeyManagers(), trusting.getTrustManagers(), null);
        AtomicInteger asked = new AtomicInteger();
        HttpsServer server = HttpsServer.create(ANY_PORT, 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            answer(exchange, 200, "{\"errcode\":0}");
        });
        server.start();
        try {
            String host = "https://localhost:" + server.getAddress().getPort();
            CallFailed refused = failure(host);
            assertThat(refused.kind()).isEqualTo(CallFailed.Kind.UNREACHABLE);
            assertThat(asked).hasValue(0);

            HttpClient friend = HttpClient.newBuilder().sslContext(tls).build();
            int status = friend.send(
                            HttpRequest.newBuilder(URI.create(host)).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            assertThat(status).as("who trusts it is answered").isEqualTo(200);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aRefusedConnectionWasNeverSent() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        assertThat(failure("http://127.0.0.1:" + port).kind()).isEqualTo(CallFailed.Kind.UNREACHABLE);
    }

    @Test
    void anUnknownHostWasNeverSent() {
        assertThat(failure("http://wechat.invalid").kind()).isEqualTo(CallFailed.Kind.UNREACHABLE);
    }

    @Test
    void silenceAfterTheRequestMayHaveBeenSent() throws Exception {
        assertThat(failureOf(exchange -> await())).isEqualTo(CallFailed.Kind.UNANSWERED);
    }

    @Test
    void aDrippingAnswerIsCutOff() throws Exception {
        assertThat(failureOf(exchange -> {
                    exchange.sendResponseHeaders(200, 1000);
                    for (int i = 0; i < 1000 && over.getCount() > 0; i++) {
                        exchange.getResponseBody().write(' ');
                        exchange.getResponseBody().flush();
                        pause();
                    }
                }))
                .isEqualTo(CallFailed.Kind.UNANSWERED);
    }

    @Test
    void aConnectionCutAfterTheRequestMayHaveBeenSent() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            threads.execute(() -> {
                try (Socket socket = server.accept()) {
                    assertThat(socket.getInputStream().read()).isPositive();
                    socket.setSoLinger(true, 0);
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThat(failure("http://127.0.0.1:" + server.getLocalPort()).kind())
                    .isEqualTo(CallFailed.Kind.UNANSWERED);
        }
    }

    @Test
    void whatCannotBeReadMayHaveBeenSent() throws Exception {
        assertThat(failureOf(exchange -> answer(exchange, 502, "<html>502</html>")))
                .isEqualTo(CallFailed.Kind.UNANSWERED);
        assertThat(failureOf(exchange -> answer(exchange, 200, "<html>ok</html>")))
                .isEqualTo(CallFailed.Kind.UNANSWERED);
        assertThat(failureOf(exchange -> answer(exchange, 200, "{\"errc"))).isEqualTo(CallFailed.Kind.UNANSWERED);
        assertThat(failureOf(exchange -> answer(exchange, 200, ""))).isEqualTo(CallFailed.Kind.UNANSWERED);
    }

    @Test
    void anErrcodeWasNotDone() throws Exception {
        String json = "{\"errcode\":40003,\"errmsg\":\"invalid openid rid: 6770cbe3-17230db3-7e65e289\"}";
        HttpServer server = server(exchange -> answer(exchange, 200, json));
        try {
            CallFailed refused = failure(host(server));
            assertThat(refused.kind()).isEqualTo(CallFailed.Kind.REFUSED);
            assertThat(refused.code()).isEqualTo(40003);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aTokenIsNotCarriedToWhereARedirectPoints() throws Exception {
        AtomicInteger followed = new AtomicInteger();
        HttpServer elsewhere = server(exchange -> {
            followed.incrementAndGet();
            answer(exchange, 200, "{\"errcode\":0}");
        });
        try {
            assertThat(failureOf(exchange -> {
                        exchange.getResponseHeaders().set("Location", host(elsewhere) + "/cgi-bin/x");
                        answer(exchange, 302, "");
                    }))
                    .isEqualTo(CallFailed.Kind.UNANSWERED);
            assertThat(followed).hasValue(0);
        } finally {
            elsewhere.stop(0);
        }
    }

    private interface Reply {
        void to(HttpExchange exchange) throws IOException;
    }

    private CallFailed.Kind failureOf(Reply reply) throws IOException {
        HttpServer server = server(reply);
        try {
            return failure(host(server)).kind();
        } finally {
            server.stop(0);
        }
    }

    private HttpServer server(Reply reply) throws IOException {
        HttpServer server = HttpServer.create(ANY_PORT, 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            reply.to(exchange);
        });
        server.start();
        return server;
    }

    private static String host(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private CallFailed failure(String host) {
        Exception thrown =
                catchThrowableOfType(Exception.class, () -> new TokenlessCalls(client, host).post("/cgi-bin/x", "{}"));
        assertThat(thrown).as("the call fails").isNotNull();
        return CallFailed.of(thrown);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void await() {
        try {
            assertThat(over.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pause() {
        try {
            over.await(50, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
