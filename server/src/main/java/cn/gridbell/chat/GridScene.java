package cn.gridbell.chat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a grid's code carries: {@code grid:<the street's own code>}. */
final class GridScene {

    private static final String PREFIX = "grid:";
    private static final int LONGEST = 64;

    private GridScene() {}

    static String of(String code) {
        return PREFIX + code;
    }

    static Optional<String> codeOf(@Nullable String scene) {
        return scene != null && scene.startsWith(PREFIX) && scene.length() <= LONGEST
                ? Optional.of(scene.substring(PREFIX.length()))
                : Optional.empty();
    }
}
