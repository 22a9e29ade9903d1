package dev.gridbell.firstrun.story;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** JSON over HTTP to one server, each call told to the listener. */
final class Http {

    static final JsonMapper JSON = JsonMapper.shared();

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int SHOWN = 600;
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI server;
    private final StoryListener listener;

    Http(URI server, StoryListener listener) {
        this.server = server;
        this.listener = listener;
    }

    /**
     * A call that is being made.
     *
     * @param body JSON to send, or null
     * @param token of the caller, or null
     * @param key the Idempotency-Key, or null
     */
    record Order(
            String actor,
            String method,
            String path,
            @Nullable Object body,
            @Nullable String token,
            @Nullable String key) {}

    Answer call(Order order) {
        return tell(order, join(send(order)));
    }

    /** Not told to the listener: for looking again and again. */
    Answer ask(Order order) {
        return join(send(order)).answer();
    }

    /** The same call twice at the same moment. */
    Answer[] twice(Order order) {
        CompletableFuture<Timed> first = send(order);
        CompletableFuture<Timed> second = send(order);
        return new Answer[] {tell(order, join(first)), tell(order, join(second))};
    }

    Answer upload(String actor, String path, String token, byte[] jpeg) {
        String boundary = "gridbell-story-boundary";
        byte[] head = ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"photo.jpg\"\r\n"
                        + "Content-Type: image/jpeg\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofByteArray(head),
                        BodyPublishers.ofByteArray(jpeg),
                        BodyPublishers.ofByteArray(tail)))
                .build();
        Order shown = new Order(actor, "POST", path, "照片 " + jpeg.length / 1024 + " kB", token, null);
        return tell(shown, join(send(shown, request)));
    }

    /** Whether somebody answers at all, whatever the status. */
    boolean reaches(String path) {
        try {
            send(new Order("", "GET", path, null, null, null)).join();
            return true;
        } catch (CompletionException nobodyThere) {
            return false;
        }
    }

    private record Timed(Answer answer, long millis) {}

    private CompletableFuture<Timed> send(Order order) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve(order.path())).timeout(PATIENCE);
        if (order.token() != null) {
            request.header("Authorization", "Bearer " + order.token());
        }
        if (order.key() != null) {
            request.header("Idempotency-Key", order.key());
        }
        if (order.body() == null) {
            request.method(order.method(), BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(order.method(), BodyPublishers.ofString(JSON.writeValueAsString(order.body())));
        }
        return send(order, request.build());
    }

    private static CompletableFuture<Timed> send(Order order, HttpRequest request) {
        long start = System.nanoTime();
        return CLIENT.sendAsync(request, BodyHandlers.ofString(StandardCharsets.UTF_8))
                .thenApply(response -> new Timed(
                        new Answer(order.method() + " " + order.path(), response.statusCode(), bodyOf(response)),
                        Duration.ofNanos(System.nanoTime() - start).toMillis()));
    }

    private static JsonNode bodyOf(HttpResponse<String> response) {
        if (response.body().isEmpty()) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (response.headers().firstValue("Content-Type").orElse("").startsWith("image/")) {
            return JsonNodeFactory.instance.stringNode("（图片）");
        }
        try {
            return JSON.readTree(response.body());
        } catch (JacksonException notJson) {
            return JsonNodeFactory.instance.stringNode(response.body());
        }
    }

    private Answer tell(Order order, Timed timed) {
        listener.called(new Call(
                order.actor(),
                order.method(),
                order.path().replaceAll("(signature=.{4}).*", "$1…"),
                timed.answer().status(),
                timed.millis(),
                order.body() == null ? "" : shortly(JSON.valueToTree(order.body())),
                shortly(timed.answer().body())));
        return timed.answer();
    }

    private Timed join(CompletableFuture<Timed> call) {
        try {
            return call.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException) {
                throw new StoryFailed("连不上 " + server + "，请先运行 ./mvnw spring-boot:run 并等它就绪。", e.getCause());
            }
            throw e;
        }
    }

    /** One line, without tokens and signed links, cut to what a reader takes in. */
    static String shortly(JsonNode body) {
        String text = body.isString() ? body.asString() : body.toString();
        String safe = text.replaceAll("(\"token\":\"[^\"]{6})[^\"]*", "$1…")
                .replaceAll("(\\?[a-z]+=[^\"&]{4})[^\"]{20,}", "$1…");
        return safe.length() <= SHOWN ? safe : safe.substring(0, SHOWN) + "…";
    }
}
