package cn.gridbell.photo;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where the files lie: under random names, written whole or not at all, on disk before anybody is told. */
@Component
class PhotoShelf {

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    PhotoShelf(PhotoProperties settings) {
        this.folder = settings.folder().toAbsolutePath().normalize();
    }

    /** Stores a file and gives its name. */
    String put(byte[] jpeg) throws IOException {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        String name = HexFormat.of().formatHex(bytes);
        Path target = pathOf(name);
        Path drawer = Objects.requireNonNull(target.getParent());
        Files.createDirectories(drawer);
        Path half = target.resolveSibling(name + ".part");
        try {
            writeThrough(half, jpeg);
            Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(half);
        }
        flushFolder(drawer);
        return name;
    }

    Optional<Path> find(String name) {
        Path file = pathOf(name);
        return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }

    void remove(String name) throws IOException {
        Files.deleteIfExists(pathOf(name));
    }

    private Path pathOf(String name) {
        return folder.resolve(name.substring(0, 2)).resolve(name + ".jpg");
    }

    private static void writeThrough(Path file, byte[] bytes) throws IOException {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                out.write(rest);
            }
            out.force(true);
        }
    }

    /** So that the new name survives a power cut; file systems that cannot do it keep names anyway or not at all. */
    private static void flushFolder(Path drawer) {
        try (FileChannel names = FileChannel.open(drawer, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException notOnThisFileSystem) {
            // the file itself was flushed
        }
    }
}
