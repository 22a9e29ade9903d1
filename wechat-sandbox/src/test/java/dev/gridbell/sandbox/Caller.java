package dev.gridbell.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Calls a sandbox as a server and as a phone would. */
final class Caller {
    static final String OFFICIAL_TEMPLATE = "OA-REQUEST-RECEIVED-00000000000000000000000";
    static final String MINI_TEMPLATE = "MP-REQUEST-RECEIVED-00000000000000000000000";
    static final String OTHER_MINI_TEMPLATE = "MP-RATING-INVITED-0000000000000000000000000";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI base;

    Caller(WechatSandbox sandbox) {
        base = sandbox.baseUrl();
    }

    record Answer(int status, String contentType, String location, byte[] body) {
        JsonNode json() {
            return Json.read(body);
        }

        int errcode() {
            return json().path("errcode").asInt(0);
        }
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send("GET", path, null);
    }

    Answer post(String path, Object body) throws IOException, InterruptedException {
        return send("POST", path, body);
    }

    Answer put(String path, Object body) throws IOException, InterruptedException {
        return send("PUT", path, body);
    }

    Answer send(String method, String path, @Nullable Object body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(20));
        HttpRequest.BodyPublisher publisher = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body instanceof String text ? text : Json.write(body));
        return answer(http.send(request.method(method, publisher).build(), HttpResponse.BodyHandlers.ofByteArray()));
    }

    private static Answer answer(HttpResponse<byte[]> response) {
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                response.headers().firstValue("Location").orElse(""),
                response.body());
    }

    /** Posts a form with one file in it, named {@code media}. */
    Answer upload(String path, byte[] content) throws IOException, InterruptedException {
        String boundary = "----between";
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"media\"; filename=\"a.png\"\r\n"
                + "Content-Type: image/png\r\n\r\n";
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.concat(
                        HttpRequest.BodyPublishers.ofString(head),
                        HttpRequest.BodyPublishers.ofByteArray(content),
                        HttpRequest.BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")))
                .build();
        return answer(http.send(request, HttpResponse.BodyHandlers.ofByteArray()));
    }

    JsonNode person(String nickname) throws IOException, InterruptedException {
        return post("/sandbox/people", Map.of("nickname", nickname, "phone", "13800000001"))
                .json();
    }

    JsonNode follower(String nickname) throws IOException, InterruptedException {
        return act(person(nickname), "follow", Map.of()).json();
    }

    Answer act(JsonNode person, String what, Object body) throws IOException, InterruptedException {
        return post("/sandbox/people/" + Json.text(person, "id") + "/" + what, body);
    }

    JsonNode messages(JsonNode person) throws IOException, InterruptedException {
        return get("/sandbox/people/" + Json.text(person, "id") + "/messages")
                .json()
                .path("items");
    }

    Answer accept(JsonNode person, String... templateIds) throws IOException, InterruptedException {
        return act(person, "consents", Map.of("templateIds", List.of(templateIds), "choice", "accept"));
    }

    String officialToken() throws IOException, InterruptedException {
        return stableToken(SandboxSettings.OFFICIAL_ACCOUNT_APP_ID, SandboxSettings.OFFICIAL_ACCOUNT_SECRET, false);
    }

    String miniToken() throws IOException, InterruptedException {
        return stableToken(SandboxSettings.MINI_PROGRAM_APP_ID, SandboxSettings.MINI_PROGRAM_SECRET, false);
    }

    String stableToken(String appId, String secret, boolean force) throws IOException, InterruptedException {
        Map<String, Object> body =
                Map.of("grant_type", "client_credential", "appid", appId, "secret", secret, "force_refresh", force);
        return Json.text(post("/cgi-bin/stable_token", body).json(), "access_token");
    }

    Answer sendTemplate(JsonNode person, String clientMsgId) throws IOException, InterruptedException {
        Map<String, Object> body = Json.object(
                "touser",
                Json.text(person, "officialAccountOpenId"),
                "template_id",
                OFFICIAL_TEMPLATE,
                "client_msg_id",
                clientMsgId,
                "data",
                fields());
        return post(Sends.TEMPLATE + "?access_token=" + officialToken(), body);
    }

    Answer sendSubscribe(JsonNode person, Object fields) throws IOException, InterruptedException {
        Map<String, Object> body = Json.object(
                "touser",
                Json.text(person, "miniProgramOpenId"),
                "template_id",
                MINI_TEMPLATE,
                "page",
                "pages/request/detail?id=1",
                "miniprogram_state",
                "formal",
                "lang",
                "zh_CN",
                "data",
                fields);
        return post(Sends.SUBSCRIBE + "?access_token=" + miniToken(), body);
    }

    JsonNode ledger(String kind) throws IOException, InterruptedException {
        List<JsonNode> found = new ArrayList<>();
        get("/sandbox/ledger?since=0").json().path("items").forEach(entry -> {
            if (Json.text(entry, "kind").equals(kind)) {
                found.add(entry);
            }
        });
        return Json.MAPPER.valueToTree(found);
    }

    static Map<String, Object> fields() {
        return Json.object(
                "character_string1", Map.of("value", "R2026112300001"),
                "thing2", Map.of("value", "楼道灯不亮"),
                "phrase3", Map.of("value", "已受理"),
                "thing4", Map.of("value", "幸福里网格 王敏"),
                "time5", Map.of("value", "2026年11月25日 18:00"));
    }
}
