package dev.gridbell.firstrun.miniprogram;

import cn.gridbell.platform.security.Audience;
import cn.gridbell.platform.security.CallableBy;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Hands on to the sandbox, under the page's own origin, the four calls by which the browser build stands in for WeChat, and no other: the clock,
 * the faults and the ledger stay out of a page's reach. Only JSON is taken, which no form of a foreign page can send.
 */
@Controller
class SandboxController {

    private static final int MOST_BYTES = 16 * 1024;
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final URI sandbox;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    SandboxController(@Value("${gridbell.wechat.api-host}") URI sandbox) {
        this.sandbox = sandbox;
    }

    @PostMapping(path = "/sandbox/people", consumes = MediaType.APPLICATION_JSON_VALUE)
    @CallableBy(Audience.ANYONE)
    ResponseEntity<byte[]> person(HttpServletRequest request) throws IOException, InterruptedException {
        return handOn("/sandbox/people", request);
    }

    @PostMapping(
            path = "/sandbox/people/{id:[A-Za-z0-9]{1,40}}/{what:login-code|phone-code|consents}",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    @CallableBy(Audience.ANYONE)
    ResponseEntity<byte[]> tap(@PathVariable String id, @PathVariable String what, HttpServletRequest request)
            throws IOException, InterruptedException {
        return handOn("/sandbox/people/" + id + "/" + what, request);
    }

    private ResponseEntity<byte[]> handOn(String path, HttpServletRequest request)
            throws IOException, InterruptedException {
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        HttpRequest order = HttpRequest.newBuilder(sandbox.resolve(path))
                .timeout(LIMIT)
                .header("Content-Type", MediaType.APPLICATION_JSON_VALUE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            HttpResponse<byte[]> answer = http.send(order, HttpResponse.BodyHandlers.ofByteArray());
            return ResponseEntity.status(answer.statusCode())
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(answer.body());
        } catch (IOException e) {
            return ResponseEntity.status(HttpStatus.BAD_GATEWAY).build();
        }
    }
}
