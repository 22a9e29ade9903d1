package dev.gridbell.firstrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningGridbellTest {

    @TempDir
    Path home;

    @Test
    void saysWhichPortIsInUseAndHowToChooseAnother() throws IOException {
        try (ServerSocket somebodyElse = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int taken = somebodyElse.getLocalPort();
            assertThatThrownBy(() -> RunningGridbell.start(
                            new FirstRunSettings(home, home.resolve("servers"), taken, 0, null, home), line -> {}))
                    .isInstanceOf(FirstRunFailed.class)
                    .hasMessageContaining("端口 " + taken)
                    .hasMessageContaining("GRIDBELL_PORT=");
            assertThat(home.resolve("mariadb")).doesNotExist();
        }
    }
}
