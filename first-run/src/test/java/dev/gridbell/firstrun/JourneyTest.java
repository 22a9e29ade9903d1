package dev.gridbell.firstrun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gridbell.firstrun.story.Story;
import dev.gridbell.firstrun.story.StreetDirectory;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The acceptance journey against everything a newcomer gets, started as the one command starts it. */
class JourneyTest {

    private static final Path PROGRAMS = Path.of("..", ".gridbell", "servers");

    private static RunningGridbell running;

    @BeforeAll
    static void startEverything(@TempDir Path home) {
        running = RunningGridbell.start(new FirstRunSettings(home, PROGRAMS, 0, 0, null), System.out::println);
    }

    @AfterAll
    static void stopEverything() {
        running.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void playsTheWholeStoryAgainAndAgain(int time) {
        PrintedStory told = new PrintedStory(System.out);

        new Story(running.server(), running.sandbox(), StreetDirectory.ofTheServer(), told).play();

        assertThat(told.checks()).as("checks in playing " + time).isGreaterThan(25);
    }

    @Test
    void listensOnThisMachineOnly() {
        assertThat(running.server().getHost()).isEqualTo("127.0.0.1");
    }
}
