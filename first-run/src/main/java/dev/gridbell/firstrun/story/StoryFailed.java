package dev.gridbell.firstrun.story;

import org.jspecify.annotations.Nullable;

/** An answer was not what the story promises; the message says in Chinese which and what came instead. */
public final class StoryFailed extends RuntimeException {

    StoryFailed(String message) {
        this(message, null);
    }

    StoryFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
