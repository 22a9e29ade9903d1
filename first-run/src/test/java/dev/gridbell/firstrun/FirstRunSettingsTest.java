package dev.gridbell.firstrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FirstRunSettingsTest {

    @Test
    void listensOn8080And8090AndKeepsEverythingInOneFolderUnlessToldOtherwise() {
        FirstRunSettings settings = FirstRunSettings.of(Map.of(), Map.of());

        assertThat(settings.serverPort()).isEqualTo(8080);
        assertThat(settings.sandboxPort()).isEqualTo(8090);
        assertThat(settings.home()).isEqualTo(Path.of(".gridbell").toAbsolutePath());
        assertThat(settings.programs())
                .isEqualTo(Path.of(".gridbell", "servers").toAbsolutePath());
        assertThat(settings.own()).isNull();
    }

    @Test
    void takesPortsAndFolderFromTheEnvironment() {
        FirstRunSettings settings = FirstRunSettings.of(
                Map.of("GRIDBELL_HOME", "/srv/second", "GRIDBELL_PORT", "9080", "GRIDBELL_SANDBOX_PORT", "9090"),
                Map.of("server.port", "7000"));

        assertThat(settings.serverPort()).isEqualTo(9080);
        assertThat(settings.sandboxPort()).isEqualTo(9090);
        assertThat(settings.home()).isEqualTo(Path.of("/srv/second"));
        assertThat(FirstRunSettings.of(Map.of(), Map.of("server.port", "7000")).serverPort())
                .isEqualTo(7000);
        assertThat(FirstRunSettings.of(Map.of("SERVER_PORT", "7001"), Map.of()).serverPort())
                .isEqualTo(7001);
    }

    @Test
    void namesTheSettingThatIsNoPort() {
        for (String text : new String[] {"http", "70000", "-1", ""}) {
            assertThatThrownBy(() -> FirstRunSettings.of(Map.of("GRIDBELL_SANDBOX_PORT", text), Map.of()))
                    .isInstanceOf(FirstRunFailed.class)
                    .hasMessageContaining("GRIDBELL_SANDBOX_PORT");
        }
    }

    @Test
    void namesWhatIsMissingForOnesOwnServers() {
        assertThatThrownBy(() -> FirstRunSettings.of(
                        Map.of(
                                "SPRING_DATASOURCE_URL", "jdbc:mysql://db/gridbell",
                                "SPRING_DATASOURCE_USERNAME", "gridbell",
                                "SPRING_DATASOURCE_PASSWORD", "x"),
                        Map.of()))
                .isInstanceOf(FirstRunFailed.class)
                .hasMessageContaining("GRIDBELL_REDIS_URI");
    }
}
