package dev.gridbell.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** WeChat's own numbers, so that sandbox and server cannot agree on the same mistake. */
class PushCipherTest {
    @Test
    void signsTheOfficialVerificationAndPlainPush() {
        JsonNode fixture = Fixtures.read("01-official-url-verify-and-plain");
        for (JsonNode official : fixture.path("cases")) {
            JsonNode query = official.path("query");
            assertThat(PushCipher.sign(
                            Json.text(fixture, "token"), Json.text(query, "timestamp"), Json.text(query, "nonce")))
                    .isEqualTo(Json.text(query, "signature"));
        }
    }

    @Test
    void opensTheOfficialPush() {
        JsonNode fixture = Fixtures.read("02-official-aes-push-json");
        JsonNode expected = fixture.path("expect");
        String encrypted = Json.text(fixture.path("body"), "Encrypt");

        PushCipher.Opened opened = new PushCipher(Json.text(fixture, "encodingAESKey")).decrypt(encrypted);

        assertThat(opened)
                .isEqualTo(new PushCipher.Opened(
                        Json.text(expected, "random16"), Json.text(expected, "msg"), Json.text(expected, "appid")));
        JsonNode query = fixture.path("query");
        assertThat(PushCipher.sign(
                        Json.text(fixture, "token"),
                        Json.text(query, "timestamp"),
                        Json.text(query, "nonce"),
                        encrypted))
                .isEqualTo(Json.text(query, "msg_signature"));
    }

    @Test
    void makesTheOfficialReplyToTheLastByte() {
        JsonNode fixture = Fixtures.read("03-official-aes-reply-json");
        JsonNode expected = fixture.path("expect");

        String encrypted = new PushCipher(Json.text(fixture, "encodingAESKey"))
                .encrypt(Json.text(fixture, "random16"), Json.text(fixture, "msg"), Json.text(fixture, "appid"));

        assertThat(encrypted).isEqualTo(Json.text(expected, "Encrypt"));
        assertThat(PushCipher.sign(
                        Json.text(fixture, "token"),
                        Json.text(expected, "TimeStamp"),
                        Json.text(expected, "Nonce"),
                        encrypted))
                .isEqualTo(Json.text(expected, "MsgSignature"));
    }

    @Test
    void signsAsThreeOtherLibrariesDo() {
        for (JsonNode vector : Fixtures.read("07-sha1-signature-vectors").path("cases")) {
            List<String> parts = new ArrayList<>();
            vector.path("parts").forEach(part -> parts.add(part.asString("")));
            if (parts.isEmpty()) {
                for (String name : List.of("token", "timestamp", "nonce", "encrypt")) {
                    parts.add(Json.text(vector, name));
                }
            }
            assertThat(PushCipher.sign(parts.toArray(new String[0]))).isEqualTo(Json.text(vector, "expect"));
        }
    }

    @Test
    void refusesWhatAnotherKeyMade() {
        String encrypted = new PushCipher(SandboxSettings.MINI_PROGRAM_AES_KEY).encrypt("0123456789abcdef", "{}", "wx");

        assertThatThrownBy(() -> new PushCipher(SandboxSettings.OFFICIAL_ACCOUNT_AES_KEY).decrypt(encrypted))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
