package dev.gridbell.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridbell.testing.GridbellTest;
import dev.gridbell.testing.People;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code docs/openapi.json} is what the server says of itself. */
@GridbellTest
class ApiDocumentTest {

    private static final Path KEPT = Path.of("../docs/openapi.json");
    private static final Path SEEN = Path.of("target/openapi.json");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Autowired
    @SuppressWarnings("NullAway.Init")
    People people;

    @Test
    void theKeptDocumentIsWhatTheServerSays() throws IOException {
        ObjectNode seen =
                (ObjectNode) people.server().get("/v3/api-docs").expect(200).json();
        seen.remove("servers");
        Files.writeString(SEEN, JSON.writeValueAsString(seen) + "\n");
        JsonNode kept = Files.exists(KEPT) ? JSON.readTree(Files.readString(KEPT)) : JSON.createObjectNode();
        assertThat(JSON.writeValueAsString(seen))
                .as("the API changed: if it should, cp server/target/openapi.json docs/openapi.json")
                .isEqualTo(JSON.writeValueAsString(kept));
    }

    @Test
    void everyOperationSaysWhoMayCall() {
        JsonNode paths = people.server().get("/v3/api-docs").expect(200).json().at("/paths");
        int operations = 0;
        for (JsonNode path : paths) {
            for (JsonNode operation : path) {
                assertThat(Objects.toString(operation.at("/description").asString("")))
                        .startsWith("May be called by: ");
                operations++;
            }
        }
        assertThat(operations).isGreaterThan(10);
    }
}
