package dev.gridbell.embedded;

import org.jspecify.annotations.Nullable;

/** The servers could not be had. The message says in Chinese and in English what stopped us and what to do about it. */
public final class EmbeddedServersFailed extends RuntimeException {

    EmbeddedServersFailed(String chinese, String english) {
        this(chinese, english, null);
    }

    EmbeddedServersFailed(String chinese, String english, @Nullable Throwable cause) {
        super(chinese + System.lineSeparator() + english, cause);
    }
}
