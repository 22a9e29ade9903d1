package cn.gridbell.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gridbell.testing.People.Person;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A phone with the chat of the official account open. */
record ChatPhone(Person person) {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /** Follows, and puts the greeting aside. */
    static ChatPhone following(Person person) {
        ChatPhone phone = new ChatPhone(person);
        phone.after("follow", Map.of());
        return phone;
    }

    String says(String words) {
        return after("say", Map.of("text", words));
    }

    String taps(String key) {
        return after("click", Map.of("key", key));
    }

    String scans(String scene) {
        return after("scan", Map.of("scene", scene));
    }

    /** What the account answers next. */
    String after(String control, Map<String, ?> body) {
        int before = heard().size();
        assertThat(person.phone(control, body).status()).isEqualTo(200);
        await().atMost(PATIENCE).until(() -> heard().size() > before);
        return heard().get(before);
    }

    /** What the account said so far. */
    List<String> heard() {
        return person.screen()
                .json()
                .path("items")
                .valueStream()
                .filter(message -> message.path("channel").asString("").equals("CHAT"))
                .filter(message -> !message.path("fromPerson").asBoolean())
                .map(ChatPhone::text)
                .toList();
    }

    private static String text(JsonNode message) {
        return message.path("text").asString("");
    }
}
