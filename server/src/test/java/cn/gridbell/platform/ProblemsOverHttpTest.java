package cn.gridbell.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.Http;
import dev.gridbell.testing.People;
import dev.gridbell.testing.RawHttp;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.web.filter.FormContentFilter;

/** Every "no" is a problem document with its own status and a Chinese sentence. */
@GridbellTest
class ProblemsOverHttpTest {

    @Autowired
    @SuppressWarnings("NullAway.Init")
    People people;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    Environment environment;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    ApplicationContext context;

    @Test
    void healthIsOpenAndMetricsAreForTheOperator() {
        Http server = people.server();
        server.get("/actuator/health/liveness").expect(200);
        server.get("/actuator/health/readiness").expect(200);
        assertNo(server.get("/actuator/prometheus"), 401);
        assertNo(server.bearer("wrong").get("/actuator/prometheus"), 401);
        assertNo(people.newcomer().http().get("/actuator/prometheus"), 401);
        assertThat(server.bearer("operator-test-token")
                        .get("/actuator/prometheus")
                        .expect(200)
                        .text())
                .contains("jvm_memory_used_bytes");
    }

    @Test
    void saysNoInTheRightWay() {
        Http server = people.server();
        Http resident = people.newcomer().http();
        assertNo(server.get("/api/resident/me"), 401);
        assertNo(server.bearer("no-token").get("/api/resident/me"), 401);
        assertNo(resident.get("/api/nothing-here"), 404);
        assertNo(server.get("/nothing-here"), 404);
        assertNo(server.send("PATCH", "/api/signin/wechat", null, null), 405);
        assertNo(
                server.send("POST", "/api/signin/wechat", "code=x".getBytes(StandardCharsets.UTF_8), "text/plain"),
                415);
        assertNo(resident.get("/api/resident/requests/not-a-number"), 404);
        assertNo(resident.get("/api/resident/requests/999999999"), 404);
        assertNo(resident.get("/api/resident/requests?limit=0"), 400);
        assertNo(resident.get("/api/resident/requests?limit=many"), 400);
        assertNo(resident.get("/api/resident/requests?after=garbage!"), 400);
    }

    /** Spring's filter for forms that are put would take a whole body into memory before anybody asked whose it is. */
    @Test
    void takesNoFormIntoMemory() {
        byte[] form = "a=".concat("x".repeat(200_000)).getBytes(StandardCharsets.UTF_8);
        for (String method : List.of("PUT", "PATCH", "DELETE")) {
            assertNo(people.server().send(method, "/api/resident/me", form, "application/x-www-form-urlencoded"), 413);
        }
        assertThat(context.getBeansOfType(FormContentFilter.class)).isEmpty();
    }

    @Test
    void refusesBodiesThatAreNoneOrTooLong() {
        Http server = people.server();
        for (String body : List.of(
                "",
                "{",
                "[]",
                "null",
                "\"x\"",
                "{\"code\":1}",
                "{\"code\":{}}",
                "{\"code\":\"a\",\"code\":\"b\"}",
                "\u0000")) {
            assertNo(
                    server.send(
                            "POST", "/api/signin/wechat", body.getBytes(StandardCharsets.UTF_8), "application/json"),
                    400);
        }
        byte[] huge = ("{\"code\":\"" + "x".repeat(200_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        assertNo(server.send("POST", "/api/signin/wechat", huge, "application/json"), 413);
    }

    /** Tomcat hangs up after a 413: what is still on its way then costs whoever sends it the answer. */
    @Test
    void whoSendsTooMuchHearsSo() {
        int port = environment.getRequiredProperty("local.server.port", Integer.class);
        byte[] body = ("{\"code\":\"" + "x".repeat(1_000_000) + "\"}").getBytes(StandardCharsets.US_ASCII);
        Map<Integer, Integer> announced = new TreeMap<>();
        Map<Integer, Integer> unannounced = new TreeMap<>();
        for (int i = 0; i < 60; i++) {
            String head =
                    "POST /api/signin/wechat HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: application/json\r\n";
            announced.merge(
                    RawHttp.send(port, joined(head + "Content-Length: " + body.length + "\r\n\r\n", body, ""))
                            .status(),
                    1,
                    Integer::sum);
            String length = Integer.toHexString(body.length);
            unannounced.merge(
                    RawHttp.send(
                                    port,
                                    joined(
                                            head + "Transfer-Encoding: chunked\r\n\r\n" + length + "\r\n",
                                            body,
                                            "\r\n0\r\n\r\n"))
                            .status(),
                    1,
                    Integer::sum);
        }
        assertThat(announced).containsOnly(Map.entry(413, 60));
        assertThat(unannounced).containsOnly(Map.entry(413, 60));
    }

    private static byte[] joined(String before, byte[] middle, String after) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(before.getBytes(StandardCharsets.US_ASCII));
        all.writeBytes(middle);
        all.writeBytes(after.getBytes(StandardCharsets.US_ASCII));
        return all.toByteArray();
    }

    @Test
    void givesEachCallAnId() {
        Http server = people.server();
        assertThat(server.get("/actuator/health").headers().get("x-request-id")).hasSize(36);
        assertThat(server.with("X-Request-Id", "mine-12345678")
                        .get("/actuator/health")
                        .headers()
                        .get("x-request-id"))
                .isEqualTo("mine-12345678");
        assertThat(server.with("X-Request-Id", "<script>")
                        .get("/actuator/health")
                        .headers()
                        .get("x-request-id"))
                .hasSize(36);
    }

    private static void assertNo(Http.Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.headers().get("content-type")).startsWith("application/problem+json");
        assertThat(answer.at("/type")).startsWith("urn:problem:");
        assertThat(answer.json().at("/status").asInt(0)).isEqualTo(status);
        assertThat(answer.at("/title")).matches(".*[\\u4e00-\\u9fff].*");
        assertThat(answer.at("/detail")).matches(".*[\\u4e00-\\u9fff].*[。]");
        assertThat(answer.text())
                .doesNotContain("Exception")
                .doesNotContain("cn.gridbell")
                .doesNotContain("SELECT");
    }
}
