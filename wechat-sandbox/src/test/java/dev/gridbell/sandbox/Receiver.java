package dev.gridbell.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** A tiny server on the other end of the pushes. */
final class Receiver implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BlockingQueue<Received> pushes = new LinkedBlockingQueue<>();
    private volatile int status = 200;
    private volatile Function<Received, String> answer = push -> "success";

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** One request that came in. */
    record Received(String path, Map<String, String> query, String body) {
        String encrypted() {
            return body.startsWith("{")
                    ? Json.text(json(), "Encrypt")
                    : body.replaceAll("(?s).*<Encrypt><!\\[CDATA\\[(.*?)]]>.*", "$1");
        }

        PushCipher.Opened open(String aesKey) {
            return new PushCipher(aesKey).decrypt(encrypted());
        }

        JsonNode json() {
            return Json.read(body.getBytes(UTF_8));
        }

        /** What the mini-program's server reads. */
        JsonNode mini() {
            return Json.read(
                    open(SandboxSettings.MINI_PROGRAM_AES_KEY).message().getBytes(UTF_8));
        }

        /** What the official account's server reads. */
        String official() {
            return open(SandboxSettings.OFFICIAL_ACCOUNT_AES_KEY).message();
        }
    }

    URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    SandboxSettings settings() {
        SandboxSettings local = SandboxSettings.local().withPort(0);
        return local.withOfficialAccount(local.officialAccount().withPushUrl(url("/oa")))
                .withMiniProgram(local.miniProgram().withPushUrl(url("/mp")));
    }

    void answers(int newStatus, Function<Received, String> newAnswer) {
        status = newStatus;
        answer = newAnswer;
    }

    Received take() throws InterruptedException {
        Received push = pushes.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (push == null) {
            throw new AssertionError("no push came");
        }
        return push;
    }

    int waiting() {
        return pushes.size();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Map<String, String> query = new TreeMap<>();
        for (String pair : exchange.getRequestURI().getQuery().split("&")) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], parts[1]);
        }
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        Received received = new Received(exchange.getRequestURI().getPath(), query, body);
        if (exchange.getRequestMethod().equals("POST")) {
            pushes.add(received);
        }
        byte[] text = answer.apply(received).getBytes(UTF_8);
        exchange.sendResponseHeaders(status, text.length == 0 ? -1 : text.length);
        exchange.getResponseBody().write(text);
        exchange.close();
    }
}
