package dev.gridbell.firstrun.miniprogram;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder {@code miniapp-stub}: what the browser build is made of, and what came of it. */
record Sources(Path folder) {

    private static final List<String> MADE_OF =
            List.of("src", "index.html", "vite.config.ts", "package.json", "package-lock.json");

    boolean areHere() {
        return Files.isRegularFile(folder.resolve("package.json"));
    }

    /** Where the browser build lies, whether there is one or not. */
    Path built() {
        return folder.resolve(Path.of("dist", "build", "h5"));
    }

    Path index() {
        return built().resolve("index.html");
    }

    boolean areBuilt() {
        return Files.isRegularFile(index());
    }

    /** There is a build, and nothing it is made of was changed since. */
    boolean areBuiltAsTheyAre() {
        if (!areBuilt()) {
            return false;
        }
        FileTime built = changed(index());
        return MADE_OF.stream()
                .map(folder::resolve)
                .filter(Files::exists)
                .map(Sources::newest)
                .noneMatch(newest -> newest.compareTo(built) > 0);
    }

    private static FileTime newest(Path fileOrFolder) {
        try (Stream<Path> all = Files.walk(fileOrFolder)) {
            return all.map(Sources::changed).max(Comparator.naturalOrder()).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileTime changed(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
