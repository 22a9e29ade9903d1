package dev.gridbell.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A file system of a run's own in memory, of a few megabytes, that can be filled and emptied. Making one needs root. */
final class TinyDisk implements AutoCloseable {

    static final String NEEDS = "needs root: a small file system (mount -t tmpfs) cannot be made here";

    private final Path folder;
    private final Path ballast;

    private TinyDisk(Path folder) {
        this.folder = folder;
        this.ballast = folder.resolve("ballast");
    }

    /** Whether this process may make one. */
    static boolean canBeMade() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("tiny-disk");
        try {
            if (run(List.of("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder.toString())) != 0) {
                return false;
            }
            return run(List.of("umount", folder.toString())) == 0;
        } catch (IOException noSuchCommand) {
            return false;
        } finally {
            Files.delete(folder);
        }
    }

    /** @param folder is made */
    static TinyDisk at(Path folder, int megabytes) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        if (run(List.of("mount", "-t", "tmpfs", "-o", "mode=0700,size=" + megabytes + "m", "tmpfs", folder.toString()))
                != 0) {
            throw new IllegalStateException(NEEDS);
        }
        return new TinyDisk(folder);
    }

    /** Leaves no room but a little. @param left bytes */
    void fill(long left) throws IOException {
        byte[] piece = new byte[64 * 1024];
        try (OutputStream out = Files.newOutputStream(ballast, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (long room = free() - left; room > 0; room = free() - left) {
                out.write(piece, 0, (int) Math.min(piece.length, room));
            }
        } catch (IOException somebodyElseTookTheRest) {
            if (free() > left) {
                throw somebodyElseTookTheRest;
            }
        }
    }

    void makeRoom() throws IOException {
        Files.delete(ballast);
    }

    long free() {
        return folder.toFile().getUsableSpace();
    }

    Path folder() {
        return folder;
    }

    private static int run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return -1;
        }
        return process.exitValue();
    }

    @Override
    public void close() throws IOException {
        try {
            if (run(List.of("umount", folder.toString())) != 0) {
                System.out.println("still mounted: umount " + folder);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
