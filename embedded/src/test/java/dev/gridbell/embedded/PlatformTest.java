package dev.gridbell.embedded;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {

    @ParameterizedTest
    @CsvSource({"Mac OS X,aarch64,true", "Windows 11,amd64,true", "Linux,aarch64,true", "Linux,amd64,false"})
    void namesTheWayOutWhereTheBinariesDoNotRun(String osName, String architecture, boolean glibc) {
        Platform elsewhere = new Platform(osName, architecture, glibc);

        assertThatThrownBy(elsewhere::requireSupported)
                .isInstanceOf(EmbeddedServersFailed.class)
                .hasMessageContaining(osName + " " + architecture)
                .hasMessageContaining("compose.yaml")
                .hasMessageContaining("SPRING_DATASOURCE_URL")
                .hasMessageContaining("GRIDBELL_REDIS_URI");
    }

    @Test
    void goesOnOnLinuxX86() {
        assertThatCode(() -> new Platform("Linux", "amd64", true).requireSupported())
                .doesNotThrowAnyException();
    }
}
