package cn.gridbell.grid;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The committed demo files are what their generator writes. */
class DemoStreetTest {

    @Test
    void theCommittedFilesAreWhatTheGeneratorWrites() throws IOException {
        for (Map.Entry<String, String> file : DemoStreet.files().entrySet()) {
            try (InputStream committed = DemoStreet.class.getResourceAsStream("/db/demo/" + file.getKey())) {
                assertThat(committed).as(file.getKey()).isNotNull();
                assertThat(new String(committed.readAllBytes(), UTF_8))
                        .as(file.getKey())
                        .isEqualTo(file.getValue());
            }
        }
    }
}
