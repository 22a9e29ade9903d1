package dev.gridbell.firstrun.miniprogram;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/**
 * The browser build of the mini-program: there already, or made once in the background, in another folder that takes the old one's place when it
 * is whole. Safe for many threads.
 */
public final class BrowserBuild implements AutoCloseable {

    /** How far it is. */
    public enum Phase {
        /** There is a build. It may be older than its sources when these cannot be built now. */
        THERE,
        INSTALLING,
        BUILDING,
        /** There is no folder {@code miniapp-stub} where the command was started. */
        NO_SOURCES,
        /** There is no Node, or one that is too old. */
        NO_NODE,
        FAILED
    }

    private final Sources sources;
    private final Path log;
    private final Npm npm;
    private final IntSupplier nodeVersion;
    private volatile Phase phase;

    /**
     * @param folder {@code miniapp-stub}, which may be missing
     * @param log what npm says goes there
     */
    public BrowserBuild(Path folder, Path log) {
        this(folder, log, Npm::nodeVersion);
    }

    BrowserBuild(Path folder, Path log, IntSupplier nodeVersion) {
        this.nodeVersion = nodeVersion;
        this.sources = new Sources(folder);
        this.log = log;
        this.npm = new Npm(folder, log);
        this.phase = sources.areHere() ? Phase.NO_NODE : Phase.NO_SOURCES;
    }

    public Phase phase() {
        return sources.areBuilt() ? Phase.THERE : phase;
    }

    Path index() {
        return sources.index();
    }

    Path folder() {
        return sources.folder();
    }

    Path built() {
        return sources.built();
    }

    Path log() {
        return log;
    }

    /**
     * Returns at once.
     *
     * @param ready called when there is a build as new as its sources, at once or later
     * @param progress hears in two languages what is being done and what is missing
     */
    public void makeIfNeeded(Runnable ready, Consumer<String> progress) {
        if (sources.areBuiltAsTheyAre()) {
            ready.run();
            return;
        }
        if (!sources.areHere()) {
            progress.accept("没有找到小程序的源码 · no sources of the mini-program at " + sources.folder());
            return;
        }
        int node = nodeVersion.getAsInt();
        if (node < Npm.OLDEST_NODE) {
            phase = Phase.NO_NODE;
            progress.accept(
                    "小程序没有构建：需要 Node %d 或更高版本（现在%s），其余一切照常".formatted(Npm.OLDEST_NODE, node == 0 ? "没有" : "是 " + node)
                            + " · mini-program not built: needs Node " + Npm.OLDEST_NODE + " or later, all else works");
            return;
        }
        phase = Phase.BUILDING;
        Thread maker = new Thread(() -> make(ready, progress), "mini-program");
        maker.setDaemon(true);
        maker.start();
    }

    @Override
    public void close() {
        npm.stop();
    }

    private void make(Runnable ready, Consumer<String> progress) {
        try {
            if (install(progress) && build(progress)) {
                phase = Phase.THERE;
                ready.run();
                return;
            }
        } catch (IOException e) {
            progress.accept("✗ " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        phase = Phase.FAILED;
        progress.accept("✗ 小程序没有构建成功，其余一切照常；原因在 · the mini-program was not built, all else works; why: " + log);
    }

    /** What is installed is that of this lock: as the mini-program's own tests write it down. */
    private boolean install(Consumer<String> progress) throws IOException, InterruptedException {
        Path lock = sources.folder().resolve("package-lock.json");
        Path installed = sources.folder().resolve(Path.of("node_modules", ".installed-lock.json"));
        if (Files.exists(installed) && Files.mismatch(lock, installed) == -1) {
            return true;
        }
        phase = Phase.INSTALLING;
        progress.accept("小程序：npm ci，第一次要一两分钟 · mini-program: npm ci, a minute or two the first time …");
        if (!npm.run(Map.of(), "ci", "--ignore-scripts", "--no-audit", "--no-fund")) {
            return false;
        }
        Files.copy(lock, installed, StandardCopyOption.REPLACE_EXISTING);
        return true;
    }

    private boolean build(Consumer<String> progress) throws IOException, InterruptedException {
        phase = Phase.BUILDING;
        progress.accept("小程序：构建浏览器版 · mini-program: building for the browser …");
        Path next = sources.built().resolveSibling("h5-next");
        if (!npm.run(Map.of("UNI_OUTPUT_DIR", next.toString()), "run", "--silent", "build:h5")) {
            return false;
        }
        remove(sources.built());
        Files.move(next, sources.built());
        return true;
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(each);
            }
        }
    }
}
