package dev.gridbell.miniapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** WeChat's own compiler, schemas and code-quality scan over the WeChat build that {@link MiniProgramTest} made. */
class OfficialChecksTest {

    private static final Path CHECKS = Path.of("tools", "weapp-check");

    @BeforeAll
    static void installs() throws Exception {
        Npm.install(Npm.HERE, "the WeChat build");
        Npm.install(CHECKS, "WeChat's own checks (280 MB the first time)");
    }

    @Test
    void findNothing() throws Exception {
        Npm.Result result = Npm.script(CHECKS, "check");

        assertThat(result.status()).as(result.output()).isZero();
        Npm.say(result.output().strip());
    }

    @Test
    void findEachThingThatIsBrokenOnPurpose() throws Exception {
        Npm.Result result = Npm.script(CHECKS, "broken");

        assertThat(result.status()).as(result.output()).isZero();
        Npm.say(result.output().strip());
    }
}
