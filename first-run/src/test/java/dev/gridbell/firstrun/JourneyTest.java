package dev.gridbell.firstrun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridbell.firstrun.story.Story;
import dev.gridbell.firstrun.story.StreetDirectory;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The acceptance journey against everything a newcomer gets, started as the one command starts it. */
class JourneyTest {

    private static final Path PROGRAMS = Path.of("..", ".gridbell", "servers");

    private static final JsonMapper JSON = JsonMapper.shared();

    private static RunningGridbell running;

    @BeforeAll
    static void startEverything(@TempDir Path home) {
        running = RunningGridbell.start(
                new FirstRunSettings(home, PROGRAMS, 0, 0, null, home.resolve("no-mini-program")), System.out::println);
    }

    @AfterAll
    static void stopEverything() {
        running.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void playsTheWholeStoryAgainAndAgain(int time) {
        PrintedStory told = new PrintedStory(System.out);

        new Story(running.server(), running.sandbox(), StreetDirectory.ofTheServer(), told).play();

        assertThat(told.checks()).as("checks in playing " + time).isGreaterThan(60);
    }

    @Test
    void playsShortlyBeforeMidnightToo() throws Exception {
        ZonedDateTime now = ZonedDateTime.now(Clock.system(ZoneId.of("Asia/Shanghai")));
        Duration ahead = Duration.between(now, now.with(LocalTime.of(23, 50)));
        String offset = "{\"offsetSeconds\":" + ahead.toSeconds() + "}";
        assertThat(put("/sandbox/clock", offset).statusCode()).isEqualTo(200);
        assertThat(put("/story/clock", offset).statusCode()).isEqualTo(200);
        PrintedStory told = new PrintedStory(System.out);

        new Story(running.server(), running.sandbox(), StreetDirectory.ofTheServer(), told).play();

        assertThat(told.checks()).isGreaterThan(60);
    }

    @Test
    void playsBehindThePagesButton() throws Exception {
        assertThat(get("/story").body()).contains("播放故事").doesNotContain("{{").doesNotContain("//cdn");
        JsonNode begun = JSON.readTree(
                send(to("/story/plays").POST(BodyPublishers.noBody())).body());

        JsonNode ended = null;
        long deadline = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (ended == null && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(150).toNanos());
            JsonNode seen = JSON.readTree(
                    get("/story/plays/" + begun.path("id").asString()).body());
            ended = seen.path("state").asString().equals("RUNNING") ? null : seen;
        }

        assertThat(ended).isNotNull();
        assertThat(ended.path("state").asString()).as(ended.toString()).isEqualTo("DONE");
        assertThat(ended.path("phones").size()).isEqualTo(8);
        assertThat(ended.toString()).contains("谢谢").doesNotContainPattern("\"token\":\"[^\"…]{12}");
    }

    @Test
    void listensOnThisMachineOnly() {
        assertThat(running.server().getHost()).isEqualTo("127.0.0.1");
        assertThat(running.sandbox().getHost()).isEqualTo("127.0.0.1");
    }

    @Test
    void theMiniProgramsPageSaysWhatIsMissingAndIsLinkedFromTheStory() throws Exception {
        HttpResponse<String> page = send(HttpRequest.newBuilder(running.app()));

        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("没有找到小程序的源码", "no-mini-program").doesNotContain("{{");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'"));
        assertThat(get("/story").body()).contains(running.app().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "Host: 127.0.0.1, 201",
        "Host: gridbell.example, 403",
        "Host: 127.0.0.1\\r\\nOrigin: http://gridbell.example, 403",
        "Host: 127.0.0.1\\r\\nOrigin: null, 403",
        "Host: 127.0.0.1\\r\\nX-Forwarded-For: 203.0.113.7, 403"
    })
    void handsOnToTheSandboxForThisMachineOnly(String headers, int status) throws Exception {
        String body = "{\"nickname\":\"浏览器里的居民\",\"phone\":\"19812345678\"}";
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = "POST /sandbox/people HTTP/1.1\r\n" + headers.replace("\\r\\n", "\r\n")
                + "\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: " + bytes.length
                + "\r\n\r\n";

        try (Socket socket = new Socket("127.0.0.1", running.server().getPort())) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(bytes);
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 " + status);
        }
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return send(to(path));
    }

    private static HttpResponse<String> put(String path, String body) throws Exception {
        return send(to(path).PUT(BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(running.sandbox().resolve(path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
