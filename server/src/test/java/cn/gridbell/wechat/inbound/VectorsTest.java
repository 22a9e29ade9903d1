package cn.gridbell.wechat.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.gridbell.wechat.inbound.GateProperties.Lock;
import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.MutableClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** WeChat's own published examples, through the cryptography and through the whole gate. */
@GridbellTest
class VectorsTest {

    private static final String ADDRESS = "/wechat/mini-program/wxba5fad812f8e6fb9";

    @Autowired
    PassiveAnswers answers;

    @Autowired
    MutableClock clock;

    private final MeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void signsAsThePublishedExamplesDo() {
        JsonNode cases = vector("07-sha1-signature-vectors.json").path("cases");
        assertThat(cases.size()).isEqualTo(3);
        cases.forEach(example -> {
            String[] parts = example.has("parts")
                    ? example.path("parts")
                            .valueStream()
                            .map(JsonNode::asString)
                            .toArray(String[]::new)
                    : new String[] {
                        text(example, "token"),
                        text(example, "timestamp"),
                        text(example, "nonce"),
                        text(example, "encrypt")
                    };
            assertThat(CallbackCrypto.signature(parts)).isEqualTo(text(example, "expect"));
        });
    }

    @Test
    void sealsAReplyAsTheOfficialExampleDoes() {
        JsonNode vector = vector("03-official-aes-reply-json.json");
        SecretKeySpec key = new SecretKeySpec(Base64.getDecoder().decode(text(vector, "encodingAESKey") + "="), "AES");
        String sealed = CallbackCrypto.seal(
                key,
                text(vector, "random16").getBytes(StandardCharsets.UTF_8),
                text(vector, "msg").getBytes(StandardCharsets.UTF_8),
                text(vector, "appid"));
        assertThat(sealed).isEqualTo(vector.at("/expect/Encrypt").asString());
        assertThat(CallbackCrypto.signature(
                        text(vector, "token"),
                        vector.at("/expect/TimeStamp").asString(),
                        vector.at("/expect/Nonce").asString(),
                        sealed))
                .isEqualTo(vector.at("/expect/MsgSignature").asString());
    }

    @Test
    void wrapsAReplyAsTheOfficialTemplateDoes() {
        JsonNode vector = vector("03-official-aes-reply-json.json");
        String expected = text(vector, "xml_reply_template")
                .replace("${msg_encrypt}$", vector.at("/expect/Encrypt").asString())
                .replace("${msg_signature}$", vector.at("/expect/MsgSignature").asString())
                .replace("${timestamp}$", vector.at("/expect/TimeStamp").asString())
                .replace("${nonce}$", vector.at("/expect/Nonce").asString());
        assertThat(PassiveReply.envelope(
                        vector.at("/expect/Encrypt").asString(),
                        vector.at("/expect/MsgSignature").asString(),
                        vector.at("/expect/TimeStamp").asString(),
                        vector.at("/expect/Nonce").asString()))
                .isEqualTo(expected);
    }

    @Test
    void answersTheOfficialVerificationOfAnAddress() throws Exception {
        JsonNode query = vector("01-official-url-verify-and-plain.json").at("/cases/0/query");
        clock.moveTo(time(query));
        MockHttpServletResponse answer =
                gate(null).perform(get(uri(query))).andReturn().getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString()).isEqualTo("4375120948345356249");
        assertThat(answer.getContentType()).startsWith("text/plain");
    }

    @Test
    void refusesTheOfficialPlaintextExample() throws Exception {
        JsonNode example = vector("01-official-url-verify-and-plain.json").at("/cases/1");
        clock.moveTo(time(example.path("query")));
        assertThat(push(gate(null), example).getStatus()).isEqualTo(400);
    }

    @Test
    void takesTheOfficialSealedExampleOnceAndKnowsItsRetry() throws Exception {
        JsonNode example = vector("02-official-aes-push-json.json");
        clock.moveTo(time(example.path("query")));
        MockMvc gate = gate("gh_97417a04a28d");
        MockHttpServletResponse answer = push(gate, example);
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString()).isEqualTo("success");
        assertThat(push(gate, example).getStatus()).isEqualTo(200);
        assertThat(verdicts("stored")).isEqualTo(1);
        assertThat(verdicts("repeated")).isEqualTo(1);
    }

    @Test
    void refusesTheOfficialExampleElevenMinutesLater() throws Exception {
        JsonNode example = vector("02-official-aes-push-json.json");
        clock.moveTo(time(example.path("query")).plus(Duration.ofMinutes(11)));
        assertThat(push(gate(null), example).getStatus()).isEqualTo(403);
        assertThat(verdicts("old")).isEqualTo(1);
    }

    @Test
    void refusesTheOfficialExampleAddressedToAnotherAccount() throws Exception {
        JsonNode example = vector("02-official-aes-push-json.json");
        clock.moveTo(time(example.path("query")));
        assertThat(push(gate("gh_somebodyelse"), example).getStatus()).isEqualTo(403);
        assertThat(verdicts("not_for_us")).isEqualTo(1);
    }

    private double verdicts(String verdict) {
        return meters.get("gridbell.wechat.callbacks")
                .tag("verdict", verdict)
                .counter()
                .count();
    }

    private MockMvc gate(@Nullable String originalId) {
        String key = "A".repeat(43);
        GateProperties properties = new GateProperties(
                new Lock("wx0000000000000a01", "AAAAA", key, null, null, null),
                new Lock("wxba5fad812f8e6fb9", "AAAAA", key, originalId, null, null));
        return MockMvcBuilders.standaloneSetup(
                        new CallbackController(new CallbackGate(properties, answers, clock, meters)))
                .build();
    }

    private static MockHttpServletResponse push(MockMvc gate, JsonNode example) throws Exception {
        return gate.perform(post(uri(example.path("query")))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(example.path("body").toString()))
                .andReturn()
                .getResponse();
    }

    private static URI uri(JsonNode query) {
        StringBuilder uri = new StringBuilder(ADDRESS).append('?');
        query.properties().forEach(parameter -> uri.append(parameter.getKey())
                .append('=')
                .append(parameter.getValue().asString())
                .append('&'));
        return URI.create(uri.toString());
    }

    private static Instant time(JsonNode query) {
        return Instant.ofEpochSecond(Long.parseLong(text(query, "timestamp")));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString();
    }

    private static JsonNode vector(String name) {
        try (InputStream stream =
                Objects.requireNonNull(VectorsTest.class.getResourceAsStream("/wechat/" + name), name)) {
            return JsonMapper.shared().readTree(stream);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
