package dev.gridbell.miniapp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the mini-program's own tools say of it; with Node 20 or newer. */
class MiniProgramTest {

    @BeforeAll
    static void installs() throws Exception {
        Npm.install(Npm.HERE, "the mini-program's own tools");
    }

    /** In this order: the last one looks at what the builds wrote, and so do the classes after this one. */
    @ParameterizedTest
    @ValueSource(strings = {"typecheck", "lint", "test", "build:h5", "build:mp-weixin", "check:weapp"})
    void passes(String script) throws Exception {
        Npm.Result result = Npm.script(Npm.HERE, script);

        assertThat(result.status()).as(script + ":\n" + result.output()).isZero();
    }
}
