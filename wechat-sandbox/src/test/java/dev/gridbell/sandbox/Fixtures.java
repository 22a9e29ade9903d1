package dev.gridbell.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** Official and recorded samples; every file names its source. */
final class Fixtures {
    private Fixtures() {}

    static JsonNode read(String name) {
        try (InputStream stream =
                Objects.requireNonNull(Fixtures.class.getResourceAsStream("/fixtures/" + name + ".json"), name)) {
            return Json.read(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
