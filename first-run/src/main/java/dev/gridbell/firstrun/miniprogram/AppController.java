package dev.gridbell.firstrun.miniprogram;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.util.Objects;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /app/}: the mini-program, or what is still missing for it. */
@Controller
class AppController {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, UTF_8);

    private final BrowserBuild build;

    AppController(BrowserBuild build) {
        this.build = build;
    }

    @GetMapping("/app")
    @CallableBy(Audience.ANYONE)
    ResponseEntity<Void> withoutSlash() {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create("/app/"))
                .build();
    }

    @GetMapping({"/app/", "/app/index.html"})
    @CallableBy(Audience.ANYONE)
    ResponseEntity<byte[]> page() throws IOException {
        BrowserBuild.Phase phase = build.phase();
        if (phase == BrowserBuild.Phase.THERE) {
            return ResponseEntity.ok()
                    .cacheControl(CacheControl.noCache())
                    .contentType(HTML)
                    .body(Files.readAllBytes(build.index()));
        }
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .cacheControl(CacheControl.noStore())
                .contentType(HTML);
        // Looks again by itself: a build made by hand is found too.
        return answer.header("Refresh", "3").body(waiting(phase).getBytes(UTF_8));
    }

    private String waiting(BrowserBuild.Phase phase) throws IOException {
        try (InputStream page = AppController.class.getResourceAsStream("/miniprogram/waiting.html")) {
            String html =
                    new String(Objects.requireNonNull(page, "waiting.html").readAllBytes(), UTF_8);
            return html.replace("{{phase}}", phase.name())
                    .replace("{{node}}", Integer.toString(Npm.OLDEST_NODE))
                    .replace("{{folder}}", escaped(build.folder().toString()))
                    .replace("{{log}}", escaped(build.log().toString()));
        }
    }

    private static String escaped(String path) {
        return path.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
