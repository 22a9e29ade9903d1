package dev.gridbell.firstrun.story;

import java.net.URI;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The acceptance journey: one resident, one household, one grid member, from sign-in to the last receipt. Each playing is a
 * new resident at another door. Every answer is checked; the first that is not as it should be ends the story.
 */
public final class Story {

    private final Stage stage;
    private final RandomGenerator random = new SplittableRandom();

    /**
     * @param server where the server's API is
     * @param sandbox where the sandbox's controls are
     */
    public Story(URI server, URI sandbox, StreetDirectory street, StoryListener listener) {
        stage = Stage.of(server, sandbox, street, listener);
    }

    /**
     * Plays it once, in a few seconds.
     *
     * @throws StoryFailed if an answer is not what it should be, or does not come
     */
    public void play() {
        Cast cast = new MovingIn(stage, random).play();
        new Reporting(stage, cast).play();
        new Following(stage, cast).play();
        new Knocking(stage, cast).play();
        new Answering(stage, cast).play();
        new Coordinating(stage, cast).play();
        new Rising(stage, cast).play();
        new Receipts(stage, cast).play();
    }
}
