package dev.gridbell.firstrun;

import dev.gridbell.firstrun.story.Story;
import dev.gridbell.firstrun.story.StreetDirectory;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code /story} on the sandbox's port: two phones beside what happens, and a button that plays the story for real. One play
 * runs at a time, because the staff's phones go from play to play; pressing the button meanwhile shows the one that runs.
 */
final class StoryPage {

    private static final Logger LOG = LoggerFactory.getLogger(StoryPage.class);
    private static final Duration FARTHEST = Duration.ofDays(366);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final URI server;
    private final URI sandbox;
    private final MovableClock clock;
    private final Map<String, Play> plays = new ConcurrentHashMap<>();
    private final ExecutorService stage = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "story");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable Play latest;

    StoryPage(URI server, URI sandbox, MovableClock clock) {
        this.server = server;
        this.sandbox = sandbox;
        this.clock = clock;
    }

    void register(JavalinConfig javalin) {
        javalin.routes.get("/story", this::page);
        javalin.routes.post("/story/plays", this::begin);
        javalin.routes.get("/story/plays/{id}", this::follow);
        javalin.routes.get("/story/clock", this::readClock);
        javalin.routes.put("/story/clock", this::moveClock);
    }

    private void page(Context context) {
        context.header("Cache-Control", "no-store").html(html().replace("{{server}}", server.toString()));
    }

    private void begin(Context context) {
        answer(context.status(201), play().since(0));
    }

    private synchronized Play play() {
        Play running = latest;
        if (running != null && running.state() == Play.State.RUNNING) {
            return running;
        }
        Play play = new Play(Integer.toString(plays.size() + 1));
        latest = play;
        plays.put(play.id(), play);
        stage.execute(() -> perform(play));
        return play;
    }

    private void perform(Play play) {
        try {
            new Story(server, sandbox, StreetDirectory.ofTheServer(), play).play();
            play.done();
        } catch (RuntimeException | Error e) {
            LOG.warn("the story stopped", e);
            play.failed(String.valueOf(e.getMessage()));
        }
    }

    private void follow(Context context) {
        Play play = plays.get(context.pathParam("id"));
        if (play == null) {
            answer(context.status(404), Map.of("error", "没有这一场，请重新播放"));
            return;
        }
        String after = Objects.requireNonNullElse(context.queryParam("after"), "0");
        answer(context, play.since(after.matches("[0-9]{1,6}") ? Integer.parseInt(after) : 0));
    }

    private void readClock(Context context) {
        answer(
                context,
                Map.of(
                        "now",
                        clock.instant().toString(),
                        "offsetSeconds",
                        clock.offset().toSeconds()));
    }

    /** The server's clock only; whoever moves it moves the sandbox's as well. */
    private void moveClock(Context context) {
        JsonNode offset = JSON.readTree(context.bodyAsBytes()).path("offsetSeconds");
        if (!offset.isIntegralNumber() || Math.abs(offset.asLong(0)) > FARTHEST.toSeconds()) {
            answer(context.status(400), Map.of("error", "offsetSeconds 请写整数秒，前后不超过一年"));
            return;
        }
        clock.move(Duration.ofSeconds(offset.asLong(0)));
        readClock(context);
    }

    private static void answer(Context context, Object body) {
        context.contentType("application/json; charset=utf-8")
                .result(JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8));
    }

    private static String html() {
        try (InputStream page = StoryPage.class.getResourceAsStream("/story/story.html")) {
            return new String(Objects.requireNonNull(page, "story.html").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
