package dev.gridbell.miniapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridbell.firstrun.RunningForPages;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The WeChat build that {@link MiniProgramTest} made, run on two phones against the real server with its database, Redis and sandbox. */
class WechatBuildTest {

    @BeforeAll
    static void installs() throws Exception {
        Npm.install(Npm.HERE, "the WeChat build");
    }

    @Test
    void leadsThroughTheMainPages(@TempDir Path home) throws Exception {
        try (RunningForPages running = RunningForPages.start(home, Path.of("..", ".gridbell", "servers"))) {
            long start = System.nanoTime();
            Npm.Result result = Npm.script(
                    Npm.HERE,
                    Map.of(
                            "GRIDBELL_SERVER", running.server().toString(),
                            "GRIDBELL_SANDBOX", running.sandbox().toString()),
                    "test:weapp");

            assertThat(result.status()).as(result.output()).isZero();
            Npm.say("the WeChat build on two phones, %d s%n%s"
                    .formatted(
                            (System.nanoTime() - start) / 1_000_000_000L,
                            result.output().strip()));
        }
    }
}
