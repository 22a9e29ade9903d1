package dev.gridbell.firstrun;

import org.jspecify.annotations.Nullable;

/** The first run cannot go on; the message says in Chinese and in English why and what to do. */
final class FirstRunFailed extends RuntimeException {

    FirstRunFailed(String chinese, String english) {
        this(chinese, english, null);
    }

    FirstRunFailed(String chinese, String english, @Nullable Throwable cause) {
        super(chinese + System.lineSeparator() + english, cause);
    }
}
