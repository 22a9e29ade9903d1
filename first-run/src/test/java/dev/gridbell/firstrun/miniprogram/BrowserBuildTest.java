package dev.gridbell.firstrun.miniprogram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowserBuildTest {

    private static final Instant NOON = Instant.parse("2026-11-27T04:00:00Z");

    @TempDir
    Path folder;

    private final List<String> said = new ArrayList<>();
    private boolean ready;

    @BeforeEach
    void sources() throws IOException {
        put("package.json", NOON);
        put("src/pages/home/home.vue", NOON);
    }

    @Test
    void isThereAtOnceIfNothingWasChangedSince() throws IOException {
        put("dist/build/h5/index.html", NOON.plusSeconds(1));
        set("src/pages/home", NOON);

        make(20);

        assertThat(ready).isTrue();
        assertThat(said).isEmpty();
    }

    @Test
    void withoutNodeItSaysWhatToInstallAndGoesOnWithTheOlderBuild() throws IOException {
        put("dist/build/h5/index.html", NOON.minusSeconds(1));

        BrowserBuild build = make(18);

        assertThat(ready).isFalse();
        assertThat(said).singleElement().asString().contains("Node 20", "现在是 18", "all else works");
        assertThat(build.phase()).isEqualTo(BrowserBuild.Phase.THERE);
    }

    @Test
    void withoutNodeAndWithoutBuildThePageSaysSo() {
        assertThat(make(0).phase()).isEqualTo(BrowserBuild.Phase.NO_NODE);
        assertThat(said).singleElement().asString().contains("现在没有");
    }

    @Test
    void withoutSourcesItSaysWhereItLooked() {
        BrowserBuild build = new BrowserBuild(folder.resolve("elsewhere"), folder.resolve("log"), () -> 20);

        build.makeIfNeeded(() -> ready = true, said::add);

        assertThat(build.phase()).isEqualTo(BrowserBuild.Phase.NO_SOURCES);
        assertThat(said).singleElement().asString().contains("elsewhere");
    }

    private BrowserBuild make(int node) {
        BrowserBuild build = new BrowserBuild(folder, folder.resolve("log"), () -> node);
        build.makeIfNeeded(() -> ready = true, said::add);
        return build;
    }

    private void put(String name, Instant changed) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
        set(name, changed);
        Path above = file.getParent();
        while (above != null && !above.equals(folder)) {
            Files.setLastModifiedTime(above, FileTime.from(changed));
            above = above.getParent();
        }
    }

    private void set(String name, Instant changed) throws IOException {
        Files.setLastModifiedTime(folder.resolve(name), FileTime.from(changed));
    }
}
