package cn.gridbell.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.Http;
import dev.gridbell.testing.People;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@GridbellTest
class MessageEndpointsTest {

    private static final String CONFIRMED = "MP-VISIT-CONFIRMED-000000000000000000000000";
    private static final String TEMPLATES = "/api/resident/message-templates?scene=";
    private static final String CONSENTS = "/api/resident/message-consents";

    private final People people;

    MessageEndpointsTest(@Autowired People people) {
        this.people = people;
    }

    @Test
    void saysWhatToAskConsentForBeforeATap() {
        Http.Answer asked =
                people.newcomer().http().get(TEMPLATES + "BOOK_VISIT").expect(200);

        assertThat(asked.json().at("/items").size()).isEqualTo(3);
        assertThat(asked.at("/items/0/templateId")).isEqualTo(CONFIRMED);
        assertThat(asked.at("/items/0/title")).isEqualTo("敲门预约成功");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NOTHING", "book_visit", "%00", "%E6%95%B2"})
    void refusesASceneItDoesNotKnow(String scene) {
        people.newcomer().http().get(TEMPLATES + scene).expect(400);
    }

    @Test
    void countsWhatWasAcceptedAndTheSameCallOnce() {
        Http http = people.newcomer().http().with("Idempotency-Key", "consent-0001");
        var body = Map.of("results", Map.of(CONFIRMED, "accept"));

        http.post(CONSENTS, body).expect(200);
        Http.Answer again = http.post(CONSENTS, body).expect(200);

        assertThat(again.json().at("/remaining/" + CONFIRMED).asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"results\":null}",
                "{\"results\":{}}",
                "{\"results\":[]}",
                "{\"results\":\"accept\"}",
                "{\"results\":{\"unknown\":\"accept\"}}",
                "{\"results\":{\"" + CONFIRMED + "\":\"yes\"}}",
                "{\"results\":{\"" + CONFIRMED + "\":null}}",
                "{\"results\":{\"" + CONFIRMED + "\":{}}}",
                "{\"results\":{\"" + CONFIRMED + "\":1}}",
                "not json",
                "[]"
            })
    void refusesConsentsItCannotRead(String body) {
        Http.Answer refused = people.newcomer().http().post(CONSENTS, body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.headers().get("content-type")).startsWith("application/problem+json");
    }

    @Test
    void refusesMoreThanTwentyConsentsAtOnce() {
        Map<String, String> results = new HashMap<>();
        for (int i = 0; i < 21; i++) {
            results.put("template-" + i, "accept");
        }

        people.newcomer().http().post(CONSENTS, Map.of("results", results)).expect(400);
    }

    @Test
    void keepsAnEmptyInboxForANewcomer() {
        Http.Answer inbox =
                people.newcomer().http().get("/api/resident/messages").expect(200);

        assertThat(inbox.json().at("/items").size()).isZero();
        assertThat(inbox.json().at("/next").isNull()).isTrue();
    }

    @Test
    void showsWhatCouldNotBeToldToThoseWhoAnswerForItOnly() {
        people.newcomer().http().get("/api/staff/messages").expect(403);
        people.server().get("/api/staff/messages").expect(401);
        people.newcomer().http().post("/api/staff/messages/1/redrive", null).expect(403);
    }
}
