package dev.gridbell.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad days in small, against servers started as operators start them. Times are for {@code bench/run faults size=full}. */
class FaultSuiteTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "B1", "B2", "B3", "B4", "B5", "B6", "B7", "C1", "C2", "C3", "C4", "A3", "A5", "LOAD", "ZOMBIE", "NET",
                "SLOW"
            })
    void holds(String bar) {
        assertThat(new FaultSuite(Options.parse(new String[] {"only=" + bar})).run())
                .as(bar + ": its figure stands above")
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = "DISK-PHOTOS")
    void holdsOnAFullDisk(String bar) throws Exception {
        assumeTrue(TinyDisk.canBeMade(), TinyDisk.NEEDS);
        holds(bar);
    }
}
