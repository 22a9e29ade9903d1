package dev.gridbell.sandbox;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.imageio.ImageIO;

/**
 * 内容安全. Text is judged by a short word list; a picture is really fetched and judged by its average colour: magenta is risky,
 * cyan needs a look, all else passes. A colour survives the re-encoding that a careful server does, a mark inside the file
 * would not.
 */
final class ContentChecks {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration VISIT = Duration.ofHours(2);
    private static final int LONGEST_TEXT = 2_500;
    private static final int LARGEST_FILE = 10 * 1024 * 1024;
    private static final int PASS = 100;
    private static final Map<String, Integer> RISKY =
            Map.of("赌博", 20006, "代开发票", 20006, "色情", 20002, "傻逼", 20003, "加微信领红包", 10001, "枪支", 20006);
    private static final List<String> DOUBTFUL = List.of("曝光", "举报黑幕", "群体事件");

    private final Platform platform;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    ContentChecks(Platform platform) {
        this.platform = platform;
    }

    void register(ApiPlane api) {
        api.post("/wxa/msg_sec_check", Endpoint.Needs.MINI_PROGRAM, this::text)
                .post("/wxa/media_check_async", Endpoint.Needs.MINI_PROGRAM, this::media);
    }

    private record Verdict(String suggest, int label) {}

    private Object text(ApiCall call) {
        visitor(call);
        String content = call.text("content");
        if (content.isEmpty() || content.length() > LONGEST_TEXT) {
            throw new WechatRefusal(47001, "data format error");
        }
        platform.quotas.spendThisMinute(Quotas.CHECK_MINUTE, platform.appId(AppKind.MINI_PROGRAM));
        Verdict verdict = judge(content);
        String traceId = Randoms.rid(platform.clock.seconds());
        platform.ledger.add("check", "what", "text", "traceId", traceId, "suggest", verdict.suggest);
        return ApiPlane.ok(
                "result", Json.object("suggest", verdict.suggest, "label", verdict.label),
                "detail",
                        List.of(Json.object(
                                "strategy",
                                "content_model",
                                "errcode",
                                0,
                                "suggest",
                                verdict.suggest,
                                "label",
                                verdict.label,
                                "prob",
                                90)),
                "trace_id", traceId);
    }

    private Object media(ApiCall call) {
        Person person = visitor(call);
        String url = call.text("media_url");
        int type = call.body().path("media_type").asInt(0);
        if (!url.startsWith("http://") && !url.startsWith("https://")) {
            throw new WechatRefusal(47001, "data format error");
        }
        if (type != 1 && type != 2) {
            throw new WechatRefusal(40004, "invalid media type");
        }
        String traceId = Randoms.rid(platform.clock.seconds());
        if (platform.faults.strike(Fault.Kind.MEDIA_NEVER, call.path()).isPresent()) {
            platform.ledger.add("check", "what", "media", "traceId", traceId, "suggest", "never");
            return ApiPlane.ok("trace_id", traceId);
        }
        boolean unreachable = platform.faults
                .strike(Fault.Kind.MEDIA_UNREACHABLE, call.path())
                .isPresent();
        fetch(url)
                .thenApply(verdict -> unreachable ? Optional.<Verdict>empty() : verdict)
                .thenAccept(verdict -> {
                    String suggest = verdict.map(Verdict::suggest).orElse("");
                    int label = verdict.map(Verdict::label).orElse(0);
                    platform.ledger.add("check", "what", "media", "traceId", traceId, "suggest", suggest);
                    platform.events.mediaChecked(person, traceId, suggest, label);
                });
        return ApiPlane.ok("trace_id", traceId);
    }

    /** Only somebody who was in the mini-program within two hours can be checked. */
    private Person visitor(ApiCall call) {
        if (call.body().path("version").asInt(0) != 2) {
            throw new WechatRefusal(47001, "data format error");
        }
        int scene = call.body().path("scene").asInt(0);
        if (scene < 1 || scene > 4) {
            throw new WechatRefusal(40129, "invalid scene");
        }
        Person person = platform.people.requireOpenId(AppKind.MINI_PROGRAM, call.text("openid"));
        if (person.visitedAt().plus(VISIT).isBefore(platform.clock.instant())) {
            throw new WechatRefusal(61010, "code is expired");
        }
        return person;
    }

    private static Verdict judge(String content) {
        for (Map.Entry<String, Integer> word : RISKY.entrySet()) {
            if (content.contains(word.getKey())) {
                return new Verdict("risky", word.getValue());
            }
        }
        return DOUBTFUL.stream().anyMatch(content::contains) ? new Verdict("review", 21000) : new Verdict("pass", PASS);
    }

    /** The verdict, or nothing if the file could not be fetched or is no picture. */
    private CompletableFuture<Optional<Verdict>> fetch(String url) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(answer -> answer.statusCode() == 200 && answer.body().length <= LARGEST_FILE
                        ? look(answer.body())
                        : Optional.<Verdict>empty())
                .exceptionally(failure -> Optional.empty());
    }

    private static Optional<Verdict> look(byte[] file) {
        try {
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(file));
            return picture == null ? Optional.empty() : Optional.of(judge(picture));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Verdict judge(BufferedImage picture) {
        long red = 0;
        long green = 0;
        long blue = 0;
        int step = Math.max(1, Math.max(picture.getWidth(), picture.getHeight()) / 64);
        int count = 0;
        for (int x = 0; x < picture.getWidth(); x += step) {
            for (int y = 0; y < picture.getHeight(); y += step) {
                int colour = picture.getRGB(x, y);
                red += colour >> 16 & 0xff;
                green += colour >> 8 & 0xff;
                blue += colour & 0xff;
                count++;
            }
        }
        boolean strongBlue = blue > 200L * count;
        if (strongBlue && red > 200L * count && green < 60L * count) {
            return new Verdict("risky", 20002);
        }
        return strongBlue && green > 200L * count && red < 60L * count
                ? new Verdict("review", 21000)
                : new Verdict("pass", PASS);
    }
}
